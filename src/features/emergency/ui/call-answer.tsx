import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredText } from '#ui/answered-field.tsx';
import { KeyValues } from '#ui/key-values.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords, spanWords } from '#ui/words.ts';
import { answerCallAction } from '../actions.ts';
import { sayConfirmation } from '../labels.ts';
import type { EmergencyRow } from '../queries/list-emergencies.ts';

/** What the clerk reads to the enterprise: who comes, when, why, by whose word. */
export function EmergencyFacts({ row, now }: { row: EmergencyRow; now: Date }) {
  const { enterprise, uscc, agency, caller, callerPhone, calledAt, clerk, reason, officers, filingNo, confirmationNo } = row;
  return (
    <KeyValues
      items={[
        { term: '确认号', value: <b className="mono">{sayConfirmation(confirmationNo)}</b> },
        { term: '企业', value: `${enterprise}　${uscc}` },
        { term: '单位', value: `${agency}　${filingNo}` },
        { term: '执法人员', value: officers.map(({ name, credentialNo }) => `${name}（${credentialNo ?? '无证'}）`).join('、') },
        { term: '入企时段', value: spanWords({ start: row.start, end: row.end }, now) },
        { term: '紧急理由', value: reason },
        { term: '来电人', value: `${caller}　${callerPhone}　${momentWords(calledAt, now)}` },
        { term: '记录人', value: clerk },
      ]}
    />
  );
}

/** While the enterprise is on the line: one press for what it says. */
export function CallAnswer({ row }: { row: EmergencyRow }) {
  return (
    <ActionForm action={answerCallAction} className="stack close noprint" errorTitle="没有记下">
      <input type="hidden" name="filing" value={row.id} />
      <AnsweredText
        label={`企业看到的（不符的须填）`}
        name="note"
        id={`note-${row.id}`}
        maxLength={400}
        width="l"
        hint="例如：来了五个人，没有出示执法证。"
      />
      <div className="btns">
        <SubmitButton pending="正在记录" look="primary" name="answer" value="confirmed">
          已向企业核实
        </SubmitButton>
        <SubmitButton pending="正在记录" look="negative" name="answer" value="notAsRecorded">
          与记录不符
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
