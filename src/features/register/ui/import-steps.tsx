import { countWritten } from '#domain/register/fate.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { importRegisterAction, undoRegisterAction } from '../actions.ts';
import type { ImportView } from '../queries/load-import.ts';

/** Imports what can be imported; the button says how many rows, and the words beside it how many are left out. */
export function ImportStep({ view: { id, tally } }: { view: ImportView }) {
  if (!tally) return null;
  const written = countWritten(tally);
  const left = tally.refused + tally.repeated;
  return (
    <ActionForm action={importRegisterAction} errorTitle="没有导入">
      <input type="hidden" name="import" value={id} />
      <div className="btns">
        <SubmitButton look="primary" pending="正在导入" unavailable={written === 0} reason="import-note">
          导入 {written} 行
        </SubmitButton>
        <span className="m" id="import-note">
          {written === 0 ? '没有可导入的行' : left > 0 ? `有错误和重复的 ${left} 行不导入` : '整批写入，可以撤回'}
        </span>
      </div>
    </ActionForm>
  );
}

/** Takes the whole batch back. */
export function UndoStep({ view: { id, tally } }: { view: ImportView }) {
  return (
    <ActionForm action={undoRegisterAction} errorTitle="没有撤回">
      <input type="hidden" name="import" value={id} />
      <SubmitButton look="negative" pending="正在撤回">
        撤回导入的 {tally ? countWritten(tally) : 0} 行
      </SubmitButton>
    </ActionForm>
  );
}
