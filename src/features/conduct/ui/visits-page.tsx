import { differences, isChosen } from '#domain/conduct/choice.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import { choiceWords, differenceWords } from '../labels.ts';
import type { VisitPage } from '../queries/load-conduct.ts';
import type { PartRow } from '../queries/load-parts.ts';
import { type ConductFilter, rowsOnPage } from '../schema.ts';
import { conductHref, visitsHref } from './hrefs.ts';

function Differences({ row }: { row: PartRow }) {
  const found = differences.filter((difference) => isChosen(row, difference));
  if (found.length > 0) return <Status look="warn">{found.map((difference) => differenceWords[difference]).join('、')}</Status>;
  return row.checkedOutAt ? <Status look="ok">与备案一致</Status> : '—';
}

function sayMinutes({ metered }: PartRow): string {
  return `${metered.minutesFiled} → ${metered.minutes === null ? '—' : `${metered.minutes} 分`}`;
}

const measures: readonly Column<PartRow>[] = [
  { key: 'minutes', head: '时长', num: true, nowrap: true, stacked: '时长', cell: sayMinutes },
  {
    key: 'people',
    head: '人数',
    num: true,
    nowrap: true,
    stacked: '人数',
    cell: (row) => `${row.peopleFiled} → ${row.peopleCame ?? '—'}`,
  },
  {
    key: 'matters',
    head: '事项',
    num: true,
    nowrap: true,
    stacked: '事项',
    cell: (row) => `${row.mattersFiled} → ${row.mattersChecked}`,
  },
  { key: 'differences', head: '比对', cell: (row) => <Differences row={row} /> },
];

function columnsAt(now: Date): Column<PartRow>[] {
  const at = (instant: Date | null) => (instant ? momentWords(instant, now) : '—');
  return [
    { key: 'when', head: '备案时段开始', nowrap: true, cell: ({ startsAt }) => at(startsAt) },
    {
      key: 'no',
      head: '备案编号',
      rowHead: true,
      nowrap: true,
      cell: ({ filingId, filingNo }) => <a href={`/filings/${filingId}`}>{filingNo}</a>,
    },
    { key: 'enterprise', head: '企业', cell: ({ enterprise }) => enterprise },
    { key: 'agency', head: '单位', nowrap: true, stacked: '单位', cell: ({ agencyName }) => agencyName },
    { key: 'in', head: '签到', nowrap: true, stacked: '签到', cell: ({ checkedInAt }) => at(checkedInAt) },
    { key: 'out', head: '签退', nowrap: true, stacked: '签退', cell: ({ checkedOutAt }) => at(checkedOutAt) },
    ...measures,
  ];
}

/** The rows behind a number of the conduct page. */
export function VisitsPage({ filter, list }: { filter: ConductFilter; list: VisitPage }) {
  const only = filter.only ?? 'filed';
  const from = (filter.page - 1) * rowsOnPage + 1;
  const back = conductHref({ from: filter.from, to: filter.to });
  return (
    <>
      <PageHead
        crumb={{ href: back, label: '入企监督', here: choiceWords[only] }}
        title={choiceWords[only]}
        note={`${list.span.from} 至 ${list.span.to}　${list.found} 条，按单位计`}
      />
      {list.rows.length === 0 ? <EmptyState title="没有符合条件的检查。" ways={[{ href: back, label: '回到入企监督' }]} /> : null}
      {list.rows.length > 0 ? (
        <>
          <DataTable
            {...{ label: '检查明细', look: 'dense rows', columns: columnsAt(list.now), rows: list.rows }}
            rowKey={({ filingId, agency }) => `${filingId} ${agency}`}
          />
          <Pager
            {...{ noun: '条', from, to: from + list.rows.length - 1, total: list.found, page: filter.page, pages: list.pages }}
            previous={filter.page > 1 ? visitsHref({ ...filter, page: filter.page - 1 }) : undefined}
            next={filter.page < list.pages ? visitsHref({ ...filter, page: filter.page + 1 }) : undefined}
          />
        </>
      ) : null}
    </>
  );
}
