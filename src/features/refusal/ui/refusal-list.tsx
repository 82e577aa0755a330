import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { momentWords } from '#ui/words.ts';
import type { RefusalRow } from '../queries.ts';

function columnsAt(now: Date): Column<RefusalRow>[] {
  return [
    { key: 'at', head: '时间', nowrap: true, cell: ({ at }) => momentWords(at, now) },
    { key: 'agency', head: '单位', nowrap: true, cell: ({ agency }) => agency },
    { key: 'enterprise', head: '企业', rowHead: true, cell: ({ enterprise }) => enterprise },
    {
      key: 'grounds',
      head: '理由和依据',
      cell: ({ grounds }) =>
        grounds.map(({ rule, title, say, source }) => (
          <span key={rule} className="line">
            {title}：{say}
            <span className="m">
              依据　<a href={`/rules#${rule}`}>{source}</a>
            </span>
          </span>
        )),
    },
  ];
}

/** Attempts that were refused, with every ground: kept for good, counted per agency and rule. */
export function RefusalList({ list }: { list: { rows: readonly RefusalRow[]; total: number; page: number; pages: number } }) {
  const { rows, total, page, pages } = list;
  const from = (page - 1) * 30 + 1;
  const at = (target: number) => `/refusals?page=${target}`;
  return (
    <>
      <PageHead title="不予备案" note={`共 ${total} 次。每次尝试的事实和理由都留存，不能删除。`} />
      {rows.length > 0 ? (
        <>
          <DataTable label="不予备案列表" look="rows" columns={columnsAt(rows[0]?.at ?? new Date(0))} rows={rows} rowKey={({ id }) => id} />
          <Pager
            noun="次"
            from={from}
            to={from + rows.length - 1}
            total={total}
            page={page}
            pages={pages}
            previous={page > 1 ? at(page - 1) : undefined}
            next={page < pages ? at(page + 1) : undefined}
          />
        </>
      ) : (
        <EmptyState title="没有不予备案的记录。" />
      )}
    </>
  );
}
