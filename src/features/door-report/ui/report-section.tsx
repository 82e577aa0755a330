import { doorKindWords, doorWords } from '#domain/feedback/door.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredArea } from '#ui/answered-field.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { type KeyValue, KeyValues } from '#ui/key-values.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { answerReportAction } from '../actions.ts';
import type { ReportRow } from '../queries/load-reports.ts';

const sayWhat = (what: readonly string[]) => what.map((one) => doorWords[one as keyof typeof doorWords] ?? one).join('、');

function factsOf({ what, text, phone, filing, filingNo, enterprise, answer }: ReportRow): KeyValue[] {
  const facts = [
    { term: '备案', value: filing ? <a href={`/filings/${filing}`}>{`${filingNo}　${enterprise}`}</a> : '查验码对应不到备案' },
    { term: '情形', value: sayWhat(what) },
    { term: '说明', value: text },
    { term: '电话', value: phone ? <a href={`tel:${phone}`}>{phone}</a> : '没有留' },
    { term: '答复', value: answer },
  ];
  return facts.filter(({ value }) => value !== '');
}

function Answer({ id }: { id: string }) {
  return (
    <ActionForm action={answerReportAction} errorTitle="没有答复">
      <input type="hidden" name="report" value={id} />
      <AnsweredArea
        label="答复"
        name="answer"
        id={`answer-${id}`}
        hint="凭回执码能看到；不写检查人员和企业的个人信息"
        rows={2}
        maxLength={1000}
      />
      <div className="btns mt-3">
        <SubmitButton small pending="正在答复">
          答复这件反映
        </SubmitButton>
      </div>
    </ActionForm>
  );
}

function Report({ row, now }: { row: ReportRow; now: Date }) {
  const isOpen = row.status === 'open';
  return (
    <Section
      sub
      id={`report-${row.id}`}
      title={doorKindWords[row.kind]}
      end={
        <>
          {momentWords(row.raisedAt, now)}　<Status look={isOpen ? 'due' : 'ok'}>{isOpen ? '待答复' : '已答复'}</Status>
        </>
      }
    >
      <KeyValues tight items={factsOf(row)} />
      {isOpen ? <Answer id={row.id} /> : null}
    </Section>
  );
}

/** What enterprises said from the door, open ones first: for the office alone. */
export function ReportSection({ rows, now }: { rows: readonly ReportRow[]; now: Date }) {
  const open = rows.filter(({ status }) => status === 'open').length;
  return (
    <Section title={`门口的反映，待答复 ${open} 件`} id="reports">
      {rows.length === 0 ? (
        <EmptyState title="没有企业从门口反映。" />
      ) : (
        rows.slice(0, 20).map((row) => <Report key={row.id} row={row} now={now} />)
      )}
    </Section>
  );
}
