import type { ReactNode } from 'react';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { percentWords } from '../labels.ts';
import type { AgencySummary } from '../queries/list-answers.ts';
import type { FeedbackDesk } from '../queries/load-desk.ts';
import type { FeedbackFilter } from '../schema.ts';
import { AgencyTable } from './agency-table.tsx';
import { AnswerFilters, AnswerRows } from './answer-list.tsx';
import { CallbackTable } from './callback-table.tsx';

function totalWords(agencies: readonly AgencySummary[]): string {
  const total = (pick: (row: AgencySummary) => number) => agencies.reduce((sum, row) => sum + pick(row), 0);
  const [n, good, unanswered] = [total((row) => row.n), total((row) => row.good), total((row) => row.unanswered)];
  if (n === 0) return '今年还没有评价';
  return `今年 ${n} 份　满意率 ${percentWords(good / n)}　回收率 ${percentWords(n / (n + unanswered))}（共 ${n + unanswered} 次）　未评价不等于满意`;
}

/** The office's desk of ratings: whom to call back, what came from the door, every agency's numbers, every answer. */
export function FeedbackDeskPage({ desk, filter, reports }: { desk: FeedbackDesk; filter: FeedbackFilter; reports: ReactNode }) {
  const { list, agencies, callbacks, alarm, now } = desk;
  return (
    <>
      <PageHead title="评价" note={totalWords(agencies)}>
        <a href="/outbox">发件箱</a>
      </PageHead>
      <div className="stack">
        <Section title={`待回访 ${callbacks.length} 件`} id="callbacks">
          {callbacks.length === 0 ? <EmptyState title="没有待回访的。" /> : <CallbackTable rows={callbacks} now={now} />}
        </Section>
        {reports}
        <Section title="各单位" end={`低于 ${alarm}% 的提示`}>
          {agencies.length === 0 ? <EmptyState title="今年还没有评价邀请。" /> : <AgencyTable rows={agencies} alarm={alarm} />}
        </Section>
        <Section title={`评价 ${list.total} 份`} id="answers">
          <AnswerFilters filter={filter} agencies={agencies} now={now} />
          <AnswerRows list={list} filter={filter} now={now} />
        </Section>
      </div>
    </>
  );
}
