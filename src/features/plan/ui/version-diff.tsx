import type { ChangedItem, PlanDiff, PlanNames } from '#domain/plan/diff-plan.ts';
import { type PlanItem, sayItemDays, sayQuota } from '#domain/plan/plan-item.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Fold } from '#ui/fold.tsx';

const columnsWith = (names: PlanNames): Column<PlanItem>[] => [
  { key: 'no', head: '编号', nowrap: true, cell: ({ no }) => no },
  { key: 'title', head: '名称', rowHead: true, cell: ({ title }) => title },
  { key: 'agencies', head: '单位', stacked: '单位', cell: ({ agencies }) => agencies.map(names.agency).join('、') },
  { key: 'days', head: '时间', nowrap: true, stacked: '时间', cell: (item) => sayItemDays(item) },
  { key: 'quota', head: '计划', num: true, nowrap: true, stacked: '计划', cell: (item) => sayQuota(item) },
];

const changeColumns: readonly Column<ChangedItem>[] = [
  { key: 'no', head: '编号', nowrap: true, cell: ({ after }) => after.no },
  { key: 'title', head: '名称', rowHead: true, cell: ({ after }) => after.title },
  {
    key: 'changes',
    head: '调整',
    cell: ({ changes }) =>
      changes.map(({ field, before, after }) => (
        <span key={field} className="line">
          {field}　<del>{before}</del> 改为 <ins>{after}</ins>
        </span>
      )),
  },
];

const few = 12;

function List({ word, items, names }: { word: string; items: readonly PlanItem[]; names: PlanNames }) {
  if (items.length === 0) return null;
  return (
    <Fold summary={`${word} ${items.length} 项`} open={items.length <= few}>
      <DataTable label={`${word}的计划项`} look="rows dense" columns={columnsWith(names)} rows={items} rowKey={({ no }) => no} />
    </Fold>
  );
}

/** What one version makes of another: added, changed with both sides in words, ended; how many stay as they are. */
export function VersionDiff({ diff, names, unchanged }: { diff: PlanDiff; names: PlanNames; unchanged?: number | undefined }) {
  const { added, changed, ended } = diff;
  if (added.length + changed.length + ended.length === 0) return <p>没有差别。</p>;
  return (
    <>
      <List word="新增" items={added} names={names} />
      {changed.length > 0 ? (
        <Fold summary={`调整 ${changed.length} 项`} open={changed.length <= few}>
          <DataTable label="调整的计划项" look="rows dense" columns={changeColumns} rows={changed} rowKey={({ after }) => after.no} />
        </Fold>
      ) : null}
      <List word="取消" items={ended} names={names} />
      {unchanged === undefined ? null : <p className="hint mt-3">其余 {unchanged} 项不变。</p>}
    </>
  );
}
