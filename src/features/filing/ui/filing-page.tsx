import { isoOf } from '#domain/calendar/iso.ts';
import type { ActsView } from '#features/amendment/queries/load-acts.ts';
import { ActsSection } from '#features/amendment/ui/acts-page.tsx';
import { NoticeSection } from '#features/territory/ui/notice-section.tsx';
import type { VisitRecordView } from '#features/visit/queries/load-visit-record.ts';
import { VisitRecord } from '#features/visit/ui/visit-record.tsx';
import type { UserActor } from '#platform/scope.ts';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Timeline, type TimelineItem } from '#ui/timeline.tsx';
import { momentWords, spanWords } from '#ui/words.ts';
import { eventWords } from '../labels.ts';
import type { FilingView } from '../queries/load-filing.ts';
import { FilingCode, FilingInspectors, FilingMatters, FilingParties } from './filing-facts.tsx';
import { FilingPapers } from './filing-papers.tsx';
import { FilingEndings, FilingSteps } from './filing-steps.tsx';
import { FilingStatusMark } from './status-mark.tsx';
import { VerdictTable } from './verdict-table.tsx';

/** What the record itself tells, for filings that came with the data and not through the log. */
function milestonesOf({
  submittedAt,
  handlerName,
  approvedAt,
  approver,
  heldAt,
  decidedAt,
  decidedBy,
  filedAt,
}: FilingView): TimelineItem[] {
  const dated = [
    { at: submittedAt, event: 'filing.submitted', who: handlerName },
    { at: approvedAt, event: 'filing.approved', who: approver?.name },
    { at: heldAt, event: 'filing.held', who: null },
    { at: decidedAt, event: 'filing.decided', who: decidedBy?.name },
    { at: filedAt, event: 'filing.filed', who: null },
  ];
  return dated.flatMap(({ at, event, who }) => {
    if (!at) return [];
    const text = [eventWords[event], who].filter(Boolean).join('　');
    return [{ key: event, time: momentWords(at, at), dateTime: isoOf(at), text, done: true }];
  });
}

function historyOf(filing: FilingView): TimelineItem[] {
  const { history, status, startsAt } = filing;
  const done = history.map(({ event, at, who, reason, hash }) => ({
    key: hash,
    time: momentWords(at, at),
    dateTime: isoOf(at),
    text: [eventWords[event] ?? event, who, reason].filter(Boolean).join('　'),
    done: true,
  }));
  const next =
    status === 'filed' || status === 'filedWithCondition'
      ? [{ key: 'next', time: momentWords(startsAt, startsAt), text: '待入企签到', done: false }]
      : [];
  return [...(done.length > 0 ? done : milestonesOf(filing)), ...next];
}

function Reasons({ filing }: { filing: FilingView }) {
  const { verdict } = filing;
  if (!verdict || verdict.findings.length === 0) return null;
  const title = filing.status === 'held' ? '为什么待处理' : filing.filingNo ? '为什么可以' : '判定';
  return (
    <Section title={title} end={`政策 ${verdict.policy}`}>
      <VerdictTable verdict={verdict} />
    </Section>
  );
}

function Head({ filing, canCopy }: { filing: FilingView; canCopy: boolean }) {
  const title = filing.filingNo ?? '未编号的备案';
  return (
    <>
      <p className="print-only print-centre">{filing.district.name}　参考样式</p>
      <h2 className="print-only print-title">入企检查备案表</h2>
      <PageHead
        crumb={{ href: '/filings', label: '备案', here: title }}
        title={title}
        note={
          <>
            <FilingStatusMark status={filing.status} overdue={filing.isOverdue} />　
            {spanWords({ start: filing.startsAt, end: filing.endsAt }, filing.submittedAt)}
          </>
        }
      >
        {filing.filingNo ? <FilingPapers id={filing.id} canCopy={canCopy} /> : null}
      </PageHead>
      {filing.remark ? (
        <p className="say mb-6">
          {filing.decidedBy ? `${filing.district.officeName}意见（${filing.decidedBy.name}）：` : '说明：'}
          {filing.remark}
        </p>
      ) : null}
    </>
  );
}

/** Where people sign on paper, and the record's checksum. */
function Tail({ filing }: { filing: FilingView }) {
  const last = filing.history.at(-1)?.hash;
  return (
    <>
      <div className="sign print-only">
        <p>执法人员签名</p>
        <p>企业签收（或注明拒签）</p>
        <p>日期</p>
      </div>
      {last ? (
        <p className="hint tail">
          记录校验值　<span className="mono">{last.slice(0, 32)}</span>
        </p>
      ) : null}
    </>
  );
}

/** One filing: who, what, why it may stand, its code, its history and what can be done with it; prints as the filing form. */
export function FilingDetail({
  filing,
  acts,
  visit,
  reader,
  origin,
}: {
  filing: FilingView;
  acts: ActsView | null;
  visit: VisitRecordView | null;
  reader: UserActor;
  origin: string;
}) {
  const acting = { role: reader.role, userId: reader.id, agencyCode: reader.agencyCode };
  return (
    <>
      <Head filing={filing} canCopy={reader.role === 'agencyFiler' && reader.agencyCode === filing.leadAgencyCode && !filing.emergency} />
      <div className="g sheet">
        <div className="c8 stack">
          <FilingParties filing={filing} />
          <FilingMatters filing={filing} />
          <FilingInspectors filing={filing} />
          {visit ? <VisitRecord view={visit} /> : null}
          {acts ? <ActsSection view={acts} reader={acting} /> : null}
          <Reasons filing={filing} />
        </div>
        <div className="c4 stack">
          <FilingSteps filing={filing} reader={acting} />
          <NoticeSection
            {...{ filing: filing.id, enterprise: filing.enterprise.name, notice: filing.notice, contacts: filing.contactsTold }}
            isStanding={filing.status === 'filed' || filing.status === 'filedWithCondition'}
            role={reader.role}
          />
          <FilingCode filing={filing} origin={origin} />
          <Section title="办理记录">
            <Timeline items={historyOf(filing)} />
            <FilingEndings filing={filing} reader={acting} />
          </Section>
          <Tail filing={filing} />
        </div>
      </div>
    </>
  );
}
