import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import { batchLabels } from '../labels.ts';
import type { BatchList, BatchRow } from '../queries/load-batch.ts';

const address = '/filings/batches';
const at = (page: number) => (page === 1 ? address : `${address}?page=${page}`);

function sayCounts({ status, items, submitted, refused, waiting }: BatchRow): string {
  if (status === 'draft') return `${items} 家，还没有送批`;
  const held = waiting > 0 ? `，其中待批准 ${waiting} 件` : '';
  return `${items} 家：送批 ${submitted} 件${held}，不能备案 ${refused} 家`;
}

function columnsAt(now: Date): Column<BatchRow>[] {
  return [
    {
      key: 'status',
      head: '状态',
      nowrap: true,
      cell: ({ status }) => <Status look={batchLabels[status].look}>{batchLabels[status].word}</Status>,
    },
    {
      key: 'name',
      head: '批次',
      rowHead: true,
      cell: ({ id, createdAt, author }) => (
        <a href={`${address}/${id}`}>
          {momentWords(createdAt, now)}　{author}
        </a>
      ),
    },
    { key: 'counts', head: '家数', stacked: '家数', cell: sayCounts },
  ];
}

function Turns({ list }: { list: BatchList }) {
  const from = (list.page - 1) * 15 + 1;
  return (
    <Pager
      {...{ noun: '批', from, to: from + list.rows.length - 1, total: list.total, page: list.page, pages: list.pages }}
      previous={list.page > 1 ? at(list.page - 1) : undefined}
      next={list.page < list.pages ? at(list.page + 1) : undefined}
    />
  );
}

/** The agency's batches, latest first. */
export function BatchListPage({ list, canFile }: { list: BatchList; canFile: boolean }) {
  return (
    <>
      <PageHead
        title="批量备案"
        note="一次为几家企业填报，各自判定，各自成为一件备案。"
        crumb={{ href: '/filings', label: '备案', here: '批量备案' }}
      >
        {canFile ? (
          <a className={buttonClass({ look: 'primary' })} href="/filings/batches/new">
            新建一批
          </a>
        ) : null}
      </PageHead>
      {list.rows.length > 0 ? (
        <>
          <DataTable label="批量备案列表" look="rows" columns={columnsAt(list.now)} rows={list.rows} rowKey={({ id }) => id} />
          <Turns list={list} />
        </>
      ) : (
        <EmptyState title="还没有批量备案。" ways={[{ href: '/filings', label: '回到备案' }]} />
      )}
    </>
  );
}
