import { type Step, type StepId, stepIds } from '#domain/draw/verify.ts';
import { Status } from '#ui/status.tsx';
import { stepWords } from '../labels.ts';

/** What a run has found so far; `running` while it goes on. */
export type Found = { readonly steps: readonly Step[]; readonly running: boolean; readonly done: number; readonly tickets: number };

function Finding({ step }: { step: Step }) {
  const { fault, found, computed, stated } = step;
  return (
    <>
      {computed ? (
        <span className="hash">
          <span className="vh">算得 </span>
          {computed}
        </span>
      ) : null}
      {fault !== null && stated ? (
        <>
          <span className="s line">公布的是</span>
          <span className="hash">{stated}</span>
        </>
      ) : null}
      <Status look={fault === null ? 'ok' : 'no'}>{fault === null ? '一致' : '不一致'}</Status>　<span className="s">{fault ?? found}</span>
    </>
  );
}

const counted = (count: number) => count.toLocaleString('zh-CN');

function Waiting({ id, found }: { id: StepId; found: Found }) {
  if (!found.running || stepIds[found.steps.length] !== id) return null;
  const share =
    id === 'targets' && found.tickets > 0 ? `　${counted(Math.min(found.done, found.tickets))} / ${counted(found.tickets)}` : '';
  return <Status look="wait">正在算{share}</Status>;
}

/** Every step of the verification with what it found. */
export function VerifySteps({ found }: { found: Found | null }) {
  return (
    <ol className="steps">
      {stepIds.map((id) => {
        const step = found?.steps.find((one) => one.id === id);
        return (
          <li key={id} data-step={id} data-state={step ? (step.fault === null ? 'ok' : 'fault') : 'open'}>
            <b>{stepWords[id].title}</b>
            <span className="s line">{stepWords[id].means}</span>
            {step ? <Finding step={step} /> : null}
            {found ? <Waiting id={id} found={found} /> : null}
          </li>
        );
      })}
    </ol>
  );
}
