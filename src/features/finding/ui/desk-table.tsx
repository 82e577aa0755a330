import { followUpWords, resultWords } from '#domain/finding/codes.ts';
import type { FindingView } from '#domain/finding/views.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import { orderLabels } from '../labels.ts';
import type { DeskRow, FindingDesk } from '../queries/list-desk.ts';
import { DueMark } from './due-mark.tsx';

const verbs: Readonly<Record<FindingView, string>> = {
  record: '录入结果',
  issue: '发告知书',
  publish: '公示结果',
  rectify: '办理整改',
  received: '查看结果',
  published: '查看结果',
};

function Found({ finding }: { finding: NonNullable<DeskRow['finding']> }) {
  const follow = [followUpWords[finding.followUp], finding.toAgency].filter(Boolean).join('：');
  return (
    <>
      {finding.matter}
      <span className="m">
        {resultWords[finding.result]}　{follow}
      </span>
      {finding.text ? <span className="m">{finding.text}</span> : null}
    </>
  );
}

function Published({ row, now }: { row: DeskRow; now: Date }) {
  if (row.withdrawnAt) return <Status look="gone">{`${momentWords(row.withdrawnAt, now)} 撤下`}</Status>;
  return row.publishedAt ? <Status look="ok">{`${momentWords(row.publishedAt, now)} 公示`}</Status> : '—';
}

function dueColumn({ today }: FindingDesk, head: string): Column<DeskRow> {
  return { key: 'due', head, nowrap: true, stacked: head, cell: ({ dueDay }) => <DueMark day={dueDay} today={today} /> };
}

function leftColumn({ now }: FindingDesk): Column<DeskRow> {
  return {
    ...{ key: 'left', head: '离企', nowrap: true, stacked: '离企' },
    cell: ({ leftAt }) => (leftAt ? momentWords(leftAt, now) : '还在企业'),
  };
}

function orderColumn(): Column<DeskRow> {
  const cell = ({ finding }: DeskRow) => {
    const label = finding?.order ? orderLabels[finding.order] : null;
    return label ? <Status look={label.look}>{label.word}</Status> : '—';
  };
  return { key: 'order', head: '整改', nowrap: true, stacked: '整改', cell };
}

function ownColumns(view: FindingView, desk: FindingDesk): Column<DeskRow>[] {
  const found: Column<DeskRow> = { key: 'found', head: '事项和结果', cell: ({ finding }) => (finding ? <Found finding={finding} /> : '—') };
  switch (view) {
    case 'rectify':
      return [found, orderColumn(), dueColumn(desk, '整改期限')];
    case 'received':
      return [found];
    case 'published':
      return [
        leftColumn(desk),
        { key: 'published', head: '公示', nowrap: true, stacked: '公示', cell: (row) => <Published row={row} now={desk.now} /> },
      ];
    default:
      return [leftColumn(desk), dueColumn(desk, '公示期限')];
  }
}

/** Rows of the desk; each leads to the visit's findings. */
export function DeskTable({ view, desk }: { view: FindingView; desk: FindingDesk }) {
  const href = ({ filingId }: DeskRow) => `/filings/${filingId}/findings`;
  const isReadable = view !== 'received';
  const columns: Column<DeskRow>[] = [
    {
      ...{ key: 'no', head: '备案编号', nowrap: true, rowHead: true },
      cell: (row) => (isReadable ? <a href={href(row)}>{row.finding?.no ?? row.filingNo}</a> : (row.finding?.no ?? row.filingNo)),
    },
    { key: 'enterprise', head: '企业', cell: ({ enterprise }) => enterprise },
    { key: 'agency', head: '单位', nowrap: true, stacked: '单位', cell: ({ agencyName }) => agencyName },
    ...ownColumns(view, desk),
    ...(isReadable
      ? [{ key: 'open', head: '办理', hideHead: true, nowrap: true, cell: (row: DeskRow) => <a href={href(row)}>{verbs[view]}</a> }]
      : []),
  ];
  return <DataTable label="检查结果列表" look="dense rows" columns={columns} rows={desk.rows} rowKey={({ key }) => key} />;
}
