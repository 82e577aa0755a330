import { ActionForm } from '#ui/action-form.tsx';
import { buttonClass } from '#ui/button.ts';
import { Status, type StatusLook } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { stopMergeAction } from '../actions.ts';
import { runWords } from '../labels.ts';
import type { RunStatus, RunView } from '../queries/views.ts';
import { gapWords } from './words.ts';

const looks: Readonly<Record<RunStatus, StatusLook>> = {
  queued: 'later',
  running: 'wait',
  finished: 'ok',
  stopped: 'note',
  failed: 'warn',
};

export const isAtWork = (run: Pick<RunView, 'status'> | null): boolean =>
  run !== null && (run.status === 'queued' || run.status === 'running');

/** What became of a run, as shape, word and colour. */
export function RunMark({ status }: { status: RunStatus }) {
  return <Status look={looks[status]}>{runWords[status]}</Status>;
}

function Far({ run }: { run: RunView }) {
  if (run.after === 0) return <p className="hint">正在读取申报行和对象库。</p>;
  return (
    <p>
      已找到 {run.after} 户次，下限 {run.bound} 户次，相差 {gapWords(run)}。
    </p>
  );
}

/** A run at work, with the best found so far and the way to end it; or one that ended before its time. */
export function RunState({ run, now, href }: { run: RunView; now: Date; href: string }) {
  return (
    <div className="say" role="status">
      <p>
        <RunMark status={run.status} /> {momentWords(run.requestedAt, now)}　{run.requestedBy}
      </p>
      {run.status === 'failed' ? <p>没有算成，原来的建议不变。请再测算一次。</p> : null}
      {run.status === 'stopped' ? <p>已停止，用的是停止前找到的最好结果。</p> : null}
      {isAtWork(run) ? (
        <>
          <Far run={run} />
          <div className="btns mt-3">
            <a className={buttonClass({ small: true })} href={href}>
              看最新进度
            </a>
            {run.stopWanted ? <span className="hint">已要求停止</span> : <Stop run={run} />}
          </div>
        </>
      ) : null}
    </div>
  );
}

function Stop({ run }: { run: RunView }) {
  return (
    <ActionForm action={stopMergeAction} errorTitle="没有停止">
      <input type="hidden" name="run" value={run.id} />
      <SubmitButton small pending="正在停止">
        停止测算，用已找到的
      </SubmitButton>
    </ActionForm>
  );
}
