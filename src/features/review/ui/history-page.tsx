import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import type { StepHistory } from '../queries/list-steps.ts';
import { historySize } from '../schema.ts';
import { StepList } from './step-list.tsx';
import { deskHref } from './words.ts';

/** All steps of a year's review: who did what, what was taken back, what a published plan carries. */
export function HistoryPage({ history }: { history: StepHistory }) {
  const { year, steps, total, page, pages, now } = history;
  const at = (number: number) => `/review/${year}/steps?page=${number}`;
  const from = (page - 1) * historySize + 1;
  return (
    <>
      <PageHead
        crumb={{ href: deskHref(year), label: `${year} 年度计划审核`, here: '审核记录' }}
        title={`${year} 年度审核记录`}
        note={`${total} 步`}
      />
      {steps.length > 0 ? <StepList steps={steps} now={now} /> : <EmptyState title="还没有审过。" />}
      {pages > 1 ? (
        <Pager
          noun="步"
          from={from}
          to={from + steps.length - 1}
          total={total}
          page={page}
          pages={pages}
          previous={page > 1 ? at(page - 1) : undefined}
          next={page < pages ? at(page + 1) : undefined}
        />
      ) : null}
    </>
  );
}
