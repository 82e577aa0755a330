import type { Day } from '#domain/calendar/day.ts';
import { plainDayOf } from '#domain/calendar/iso.ts';
import { followUpWords, resultWords } from '#domain/finding/codes.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Status } from '#ui/status.tsx';
import { orderLabels } from '../labels.ts';
import type { FindingShown, PartView } from '../queries/load-part-desk.ts';
import { DueMark } from './due-mark.tsx';

type Row = { readonly matter: PartView['matters'][number]; readonly finding: FindingShown | undefined };

function Result({ finding }: { finding: FindingShown | undefined }) {
  if (!finding) return <Status look="wait">还没有录入</Status>;
  return (
    <>
      {finding.checked ? '' : '没有检查　'}
      {resultWords[finding.result]}
      {finding.text ? <span className="m">{finding.text}</span> : null}
    </>
  );
}

function Follow({ finding, today }: { finding: FindingShown | undefined; today: Day }) {
  if (!finding) return '—';
  const { rectification: order, toAgency, followUp, followUpNote } = finding;
  const isOver = order?.status === 'passed' || order?.status === 'failed';
  return (
    <>
      {[followUpWords[followUp], toAgency?.shortName].filter(Boolean).join('：')}
      {followUpNote ? <span className="m">{followUpNote}</span> : null}
      {order ? <span className="m">{order.demand}</span> : null}
      {order ? (
        <span className="m">
          <DueMark day={plainDayOf(order.dueDay)} today={today} done={isOver} />　
          <Status look={orderLabels[order.status].look}>{orderLabels[order.status].word}</Status>
        </span>
      ) : null}
    </>
  );
}

/** The findings of one agency's part, a row for each matter. */
export function FindingsTable({ part, today }: { part: PartView; today: Day }) {
  const rows: Row[] = part.matters.map((matter) => ({ matter, finding: part.findings.find(({ matterId }) => matterId === matter.id) }));
  const columns: Column<Row>[] = [
    { key: 'matter', head: '事项', rowHead: true, cell: ({ matter }) => matter.name },
    { key: 'no', head: '编号', nowrap: true, stacked: '编号', cell: ({ finding }) => finding?.no ?? '—' },
    { key: 'result', head: '结果', cell: ({ finding }) => <Result finding={finding} /> },
    { key: 'follow', head: '后续处理', cell: ({ finding }) => <Follow finding={finding} today={today} /> },
  ];
  return (
    <DataTable label={`${part.agency.shortName}的检查结果`} look="rows" columns={columns} rows={rows} rowKey={({ matter }) => matter.id} />
  );
}
