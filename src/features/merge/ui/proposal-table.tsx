import Link from 'next/link';
import { sayMonths } from '#domain/declaration/period.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Section } from '#ui/section.tsx';
import type { MergesView } from '../queries/load-merges.ts';
import type { ProposalView } from '../queries/views.ts';
import { ProposalMark } from './decision.tsx';
import { MergePager } from './merge-pager.tsx';

const size = 20;

function columnsOf(year: number): Column<ProposalView>[] {
  return [
    {
      key: 'no',
      head: '建议',
      rowHead: true,
      nowrap: true,
      cell: ({ no }) => (
        <Link href={`/review/${year}?proposal=${no}#merge`} prefetch={false}>
          第 {no} 条
        </Link>
      ),
    },
    {
      key: 'lines',
      head: '行',
      cell: ({ lines }) => lines.map(({ matter, agency, count }) => `${matter}（${agency}，${count} 户次）`).join('、'),
    },
    { key: 'lead', head: '牵头', nowrap: true, cell: ({ lead }) => lead.name },
    { key: 'months', head: '月份', nowrap: true, cell: ({ months }) => sayMonths(months) },
    { key: 'before', head: '合并前', num: true, cell: ({ before }) => before },
    { key: 'after', head: '合并后', num: true, cell: ({ after }) => after },
    { key: 'bound', head: '下限', num: true, cell: ({ bound }) => bound },
    { key: 'status', head: '状态', nowrap: true, cell: ({ status }) => <ProposalMark status={status} /> },
  ];
}

/** Every proposal of a run, those that save most first. */
export function ProposalTable({ view }: { view: MergesView }) {
  const { panel, proposals, pages } = view;
  return (
    <Section title="全部建议" end={`${panel.total} 条，少的户次多的在前`}>
      {proposals.length > 0 ? (
        <DataTable label="全部建议" look="mid rows" columns={columnsOf(panel.year)} rows={proposals} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title="没有合并建议。" condition="为什么不能合并，见下面的理由。" />
      )}
      <MergePager year={panel.year} pages={pages} turned="page" shown={{ size, count: proposals.length, total: panel.total }} />
    </Section>
  );
}
