import { ActionForm } from '#ui/action-form.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { undoStepAction } from '../actions.ts';
import type { StepRow } from '../queries/list-steps.ts';
import { sayWholeStep } from './step-words.ts';

function Ending({ step, now }: { step: StepRow; now: Date }) {
  if (step.undoneAt)
    return (
      <span className="m">
        {momentWords(step.undoneAt, now)} {step.undoneBy} 撤销
      </span>
    );
  if (step.version !== null) return <span className="m">已列入第 {step.version} 版，不能撤销</span>;
  return (
    <ActionForm action={undoStepAction} errorTitle="没有撤销">
      <input type="hidden" name="step" value={step.id} />
      <SubmitButton pending="正在撤销" small>
        撤销<span className="vh">：{sayWholeStep(step)}</span>
      </SubmitButton>
    </ActionForm>
  );
}

/** Steps of the review, the latest first: who did what, and the button that takes it back. */
export function StepList({ steps, now }: { steps: readonly StepRow[]; now: Date }) {
  return (
    <ol className="tl taken">
      {steps.map((step) => (
        <li key={step.id} className={step.undoneAt ? 'undone' : 'done'}>
          <time dateTime={step.at.toISOString()}>
            {momentWords(step.at, now)}　第 {step.no} 步　{step.by}
          </time>
          {step.undoneAt ? <s>{sayWholeStep(step)}</s> : sayWholeStep(step)}
          <Ending step={step} now={now} />
        </li>
      ))}
    </ol>
  );
}
