import { sayDay } from '#domain/calendar/wording.ts';
import type { UserActor } from '#platform/scope.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Figures } from '#ui/figures.tsx';
import { KeyValues } from '#ui/key-values.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import { answerWords, sayConfirmation } from '../labels.ts';
import type { CallRow, EmergencyView } from '../queries/list-emergencies.ts';
import type { SupplementDesk } from '../queries/load-supplement.ts';
import { CallAnswer, EmergencyFacts } from './call-answer.tsx';
import { SupplementMark } from './emergency-table.tsx';
import { SupplementApproval, SupplementFacts, SupplementForm } from './supplement-form.tsx';

type Props = { view: EmergencyView; desk: SupplementDesk | null; reader: UserActor };

const callColumns = (now: Date): Column<CallRow>[] => [
  { key: 'at', head: '时间', nowrap: true, rowHead: true, cell: ({ at }) => momentWords(at, now) },
  {
    key: 'answer',
    head: '结果',
    nowrap: true,
    cell: ({ answer }) => <Status look={answer === 'confirmed' ? 'ok' : 'no'}>{answerWords[answer]}</Status>,
  },
  { key: 'note', head: '企业所见', cell: ({ note }) => note || '—' },
  { key: 'clerk', head: '接听', nowrap: true, cell: ({ clerk }) => clerk },
];

function OfficePart({ view }: { view: EmergencyView }) {
  return (
    <>
      <Section title="企业来电核实" className="noprint">
        <CallAnswer row={view} />
      </Section>
      <Section title="来电记录" end={`${view.calls.length} 次`}>
        {view.calls.length > 0 ? (
          <DataTable label="来电记录" look="rows" columns={callColumns(view.now)} rows={view.calls} rowKey={({ id }) => id} />
        ) : (
          <EmptyState title="企业还没有来电核实。" />
        )}
      </Section>
    </>
  );
}

function AgencyPart({ view, desk, reader }: Props) {
  const isOpen = view.supplementedAt === null && view.status !== 'withdrawn' && view.status !== 'revoked';
  if (!desk) return null;
  return (
    <>
      {view.isWritten ? <SupplementFacts desk={desk} writer={view.writer} /> : null}
      {isOpen && view.isWritten && reader.role === 'agencyHead' ? (
        <SupplementApproval view={view} isOwn={view.writerId === reader.id} />
      ) : null}
      {isOpen && reader.role === 'agencyFiler' ? <SupplementForm id={view.id} desk={desk} /> : null}
    </>
  );
}

function Clock({ view }: { view: EmergencyView }) {
  const { now, endedAt, dueDay, overdueAt, supplementedAt, approver } = view;
  return (
    <Section title="补报时限" end={<SupplementMark row={view} today={view.today} />}>
      <KeyValues
        items={[
          { term: '检查结束', value: endedAt ? momentWords(endedAt, now) : '未记录，离企后或预计结束次日起算' },
          { term: '补报期限', value: dueDay ? sayDay(dueDay, view.today) : '待定' },
          ...(overdueAt ? [{ term: '逾期', value: `${momentWords(overdueAt, now)} 列入逾期名单` }] : []),
          ...(supplementedAt ? [{ term: '补报', value: `${momentWords(supplementedAt, now)}　批准人 ${approver ?? '—'}` }] : []),
        ]}
      />
    </Section>
  );
}

/** One emergency: its number in large type to be read out, what was said, the clock, and the next step of whoever reads it. */
export function EmergencyPage({ view, desk, reader }: Props) {
  const isOffice = reader.role === 'officeClerk' || reader.role === 'officeDirector';
  return (
    <>
      <PageHead
        title={view.enterprise}
        crumb={{ href: '/emergencies', label: '紧急备案', here: view.filingNo }}
        note={<SupplementMark row={view} today={view.today} />}
      />
      <Figures
        items={[
          {
            label: '确认号',
            value: sayConfirmation(view.confirmationNo),
            base: isOffice ? '请读给来电人，企业凭此来电核实' : '企业凭此向办公室核实',
          },
        ]}
      />
      <div className="g">
        <div className="c7 stack">
          <Section title="来电内容" end={<a href={`/filings/${view.id}`}>查看备案</a>}>
            <EmergencyFacts row={view} now={view.now} />
          </Section>
          {isOffice ? <OfficePart view={view} /> : <AgencyPart view={view} desk={desk} reader={reader} />}
        </div>
        <div className="c5 stack">
          <Clock view={view} />
        </div>
      </div>
    </>
  );
}
