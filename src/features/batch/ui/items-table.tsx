import { type Column, DataTable } from '#ui/data-table.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import type { BatchItem } from '../queries/load-batch.ts';
import { ItemVerdict } from './item-verdict.tsx';

function Name({ item }: { item: BatchItem }) {
  return (
    <>
      <b>{item.name}</b>
      <span className="m">
        {item.uscc}　{item.territory}
        {item.keyEnterprise ? '　重点企业' : ''}
      </span>
    </>
  );
}

/** The time as three texts; the list of each travels in the order of the rows. */
function Time({ item: { name, day, hours } }: { item: BatchItem }) {
  return (
    <span className="btns">
      <input name="days" aria-label={`${name} 日期`} size={10} maxLength={10} defaultValue={day} key={day} />
      <input name="starts" aria-label={`${name} 开始`} size={5} maxLength={5} defaultValue={hours.start} key={`${day}${hours.start}`} />
      <input name="ends" aria-label={`${name} 结束`} size={5} maxLength={5} defaultValue={hours.end} key={`${day}-${hours.end}`} />
    </span>
  );
}

function Remove({ item }: { item: BatchItem }) {
  return (
    <SubmitButton small name="intent" value={`remove:${item.position}`} pending="正在去掉">
      去掉<span className="vh">{item.name}</span>
    </SubmitButton>
  );
}

/** The enterprises of a batch with their times and what the machine says of each. */
export function ItemsTable({ items, now }: { items: readonly BatchItem[]; now: Date }) {
  const columns: Column<BatchItem>[] = [
    { key: 'position', head: '序', num: true, cell: ({ position }) => position },
    { key: 'name', head: '企业', rowHead: true, cell: (item) => <Name item={item} /> },
    { key: 'time', head: '日期、开始、结束', stacked: '时间', cell: (item) => <Time item={item} /> },
    {
      key: 'verdict',
      head: '判定',
      stacked: '判定',
      cell: (item) => <ItemVerdict verdict={item.verdict} position={item.position} now={now} />,
    },
    { key: 'verb', head: '操作', hideHead: true, num: true, cell: (item) => <Remove item={item} /> },
  ];
  return <DataTable label="这一批的企业" look="rows mid" columns={columns} rows={items} rowKey={({ enterpriseId }) => enterpriseId} />;
}
