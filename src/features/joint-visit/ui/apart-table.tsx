import type { ApartPair } from '#domain/inspection/joint-proposal.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { apartWords } from '../labels.ts';
import type { OutcomeRow } from '../queries/load-due-outcomes.ts';
import type { JointDesk } from '../queries/load-joint-desk.ts';
import { PartLine } from './part-lines.tsx';

type Pair = ApartPair<OutcomeRow>;

function columnsOf({ today }: JointDesk): Column<Pair>[] {
  return [
    {
      key: 'enterprise',
      head: '企业',
      rowHead: true,
      cell: ({ one }) => (
        <>
          <b>{one.enterpriseName}</b>
          <span className="m">{one.uscc}</span>
        </>
      ),
    },
    { key: 'one', head: '一项', cell: ({ one }) => <PartLine part={one} today={today} /> },
    { key: 'other', head: '另一项', cell: ({ other }) => <PartLine part={other} today={today} /> },
    { key: 'reason', head: '理由', stacked: '理由', cell: ({ reason }) => apartWords[reason] },
  ];
}

/** Outcomes at one enterprise that stay apart, pair by pair, each with the reason. */
export function ApartTable({ desk }: { desk: JointDesk }) {
  const keyOf = ({ one, other }: Pair) => `${one.outcome} ${other.outcome}`;
  return <DataTable label="不能合并" look="rows" columns={columnsOf(desk)} rows={desk.apart} rowKey={keyOf} />;
}
