import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredText } from '#ui/answered-field.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { mendRowAction } from '../actions.ts';
import type { ImportRow } from '../queries/load-import.ts';

interface MendFormProps {
  importId: string;
  row: ImportRow;
  /** The column's heading. */
  heading: string;
}

/** What can be done about the cell that stands in a row's way: take the proposal, or type something else. */
export function MendForm({ importId, row: { row, fault, cells }, heading }: MendFormProps) {
  if (!fault) return null;
  const place = `第 ${row} 行${heading}`;
  return (
    <ActionForm action={mendRowAction} errorTitle="没有改">
      <input type="hidden" name="import" value={importId} />
      <input type="hidden" name="row" value={row} />
      <input type="hidden" name="field" value={fault.field} />
      <div className="btns">
        {fault.proposal ? (
          <SubmitButton small name="proposal" value={fault.proposal} pending="正在改正">
            改为 {fault.proposal}
            <span className="vh">，{place}</span>
          </SubmitButton>
        ) : null}
        <AnsweredText
          label={<span className="vh">{place} 改为</span>}
          name="text"
          id={`text-${row}`}
          value={cells[fault.field] ?? ''}
          maxLength={300}
          size={20}
        />
        <SubmitButton small pending="正在改正">
          改正<span className="vh">{place}</span>
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
