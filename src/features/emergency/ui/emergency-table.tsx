import { sayDay } from '#domain/calendar/wording.ts';
import { sayDue } from '#domain/declaration/due.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Pager } from '#ui/pager.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import { markOf, sayConfirmation } from '../labels.ts';
import type { EmergencyPage, EmergencyRow } from '../queries/list-emergencies.ts';

/** Whether the supplement is there, how long it has, or by how much it is late. */
export function SupplementMark({ row, today }: { row: EmergencyRow; today: string }) {
  const { word, look } = markOf(row, today);
  const clock = row.supplementedAt === null && row.dueDay !== null ? `${sayDay(row.dueDay, today)}，${sayDue(row.dueDay, today)}` : null;
  return (
    <>
      <Status look={look}>{word}</Status> {clock ? <span className="m">{clock}</span> : null}
    </>
  );
}

const columnsAt = ({ now, today }: EmergencyPage): Column<EmergencyRow>[] => [
  {
    key: 'enterprise',
    head: '企业',
    rowHead: true,
    cell: ({ id, enterprise, filingNo }) => (
      <>
        <a href={`/emergencies/${id}`}>{enterprise}</a>
        <span className="m">{filingNo}</span>
      </>
    ),
  },
  { key: 'no', head: '确认号', nowrap: true, stacked: '确认号', cell: ({ confirmationNo }) => sayConfirmation(confirmationNo) },
  { key: 'agency', head: '单位', nowrap: true, cell: ({ agency }) => agency },
  {
    key: 'called',
    head: '来电',
    nowrap: true,
    stacked: '来电',
    cell: ({ calledAt, caller }) => `${momentWords(calledAt, now)}　${caller}`,
  },
  { key: 'supplement', head: '补报', cell: (row) => <SupplementMark row={row} today={today} /> },
];

/** A page of emergencies with their clocks; `at` leads to another page of the same list. */
export function EmergencyTable({ list, label, at }: { list: EmergencyPage; label: string; at: (page: number) => string }) {
  const { rows, total, page, pages } = list;
  if (rows.length === 0) return <EmptyState title="没有符合条件的紧急备案。" />;
  const from = (page - 1) * 20 + 1;
  return (
    <>
      <DataTable label={label} look="rows" columns={columnsAt(list)} rows={rows} rowKey={({ id }) => id} />
      <Pager
        {...{ noun: '件', from, to: from + rows.length - 1, total, page, pages }}
        previous={page > 1 ? at(page - 1) : undefined}
        next={page < pages ? at(page + 1) : undefined}
      />
    </>
  );
}
