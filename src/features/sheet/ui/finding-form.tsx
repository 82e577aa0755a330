import type { Finding } from '#domain/declaration/sheet/finding.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredText } from '#ui/answered-field.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { mendSheetAction } from '../actions.ts';

interface FindingFormProps {
  sheet: string;
  finding: Finding;
  /** A line can be left out; a heading cannot. */
  isLine: boolean;
}

function Proposals({ proposals }: Finding) {
  if (proposals.length === 0) return null;
  return (
    <div className="btns">
      <span className="m">改为</span>
      {proposals.map((proposal) => (
        <SubmitButton key={proposal} small name="proposal" value={proposal} pending="正在改正">
          {proposal}
        </SubmitButton>
      ))}
    </div>
  );
}

function Typed({ cell, value }: { cell: string; value: string }) {
  return (
    <>
      <AnsweredText
        label={<span className="vh">{cell} 改为</span>}
        name="text"
        id={`text-${cell}`}
        value={value}
        maxLength={500}
        size={24}
      />
      <SubmitButton small pending="正在改正">
        改正<span className="vh"> {cell}</span>
      </SubmitButton>
    </>
  );
}

/** What can be done about one cell: take a proposal, type something else, or leave its row out. */
export function FindingForm({ sheet, finding, isLine }: FindingFormProps) {
  const cell = `${finding.column}${finding.row}`;
  return (
    <ActionForm action={mendSheetAction} errorTitle="没有改">
      <input type="hidden" name="sheet" value={sheet} />
      <input type="hidden" name="cell" value={cell} />
      <div className="stack list">
        <div className="btns">
          {finding.code === 'duplicate_row' ? null : <Typed cell={cell} value={finding.value} />}
          {isLine ? (
            <SubmitButton small name="intent" value="leaveOut" pending="正在记下">
              不导入第 {finding.row} 行
            </SubmitButton>
          ) : null}
        </div>
        <Proposals {...finding} />
      </div>
    </ActionForm>
  );
}
