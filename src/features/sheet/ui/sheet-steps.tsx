import { ActionForm } from '#ui/action-form.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { importSheetAction, undoImportAction } from '../actions.ts';
import type { SheetView } from '../queries/load-sheet.ts';

function whyNot({ reading, known }: SheetView): string | null {
  if (!reading) return null;
  if (reading.errors.length > 0) return `还有 ${reading.errors.length} 处错误，改正或选择不导入这些行之后再导入`;
  const whole = reading.lines.filter(({ line }) => line !== null).length;
  return whole - known.size > 0 ? null : '表里的行申报中都已有，没有新的可导入';
}

/** Imports the sheet; while something is wrong the button says what. */
export function ImportStep({ sheet }: { sheet: SheetView }) {
  const reason = whyNot(sheet);
  return (
    <ActionForm action={importSheetAction} errorTitle="没有导入">
      <input type="hidden" name="sheet" value={sheet.id} />
      <div className="btns">
        <SubmitButton look="primary" pending="正在导入" unavailable={reason !== null} reason={reason ? 'why-not' : undefined}>
          导入 {sheet.year} 年申报
        </SubmitButton>
        {reason ? (
          <span className="m" id="why-not">
            {reason}
          </span>
        ) : null}
      </div>
    </ActionForm>
  );
}

/** Takes the whole batch out of the declaration again. */
export function UndoStep({ sheet }: { sheet: SheetView }) {
  return (
    <ActionForm action={undoImportAction} errorTitle="没有撤销">
      <input type="hidden" name="sheet" value={sheet.id} />
      <SubmitButton look="negative" pending="正在撤销">
        撤销导入的 {sheet.added} 行
      </SubmitButton>
    </ActionForm>
  );
}
