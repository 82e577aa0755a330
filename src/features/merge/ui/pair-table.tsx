import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Section } from '#ui/section.tsx';
import { obstacleWords } from '../labels.ts';
import type { MergesView, PairView } from '../queries/load-merges.ts';
import { MergePager } from './merge-pager.tsx';

const size = 50;
type Line = PairView['a'] | null;

const lineWords = (line: Line) => (line ? `${line.matter}（${line.agency}）` : '这一行已删除');

const columns: Column<PairView>[] = [
  { key: 'a', head: '一行', rowHead: true, cell: ({ a }) => lineWords(a) },
  { key: 'b', head: '另一行', cell: ({ b }) => lineWords(b) },
  { key: 'shared', head: '共同对象', num: true, nowrap: true, cell: ({ shared }) => `${shared} 家` },
  { key: 'why', head: '为什么没有合并', cell: ({ why }) => obstacleWords[why] },
];

/** Every two lines that could have met and do not, each with the first obstacle. */
export function PairTable({ view }: { view: MergesView }) {
  const { panel, pairs, pairTotal, pairCounts, pages } = view;
  const all = pairCounts.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section title="未合并的理由" end={`${all} 对`}>
      {pairCounts.length > 0 ? (
        <ul className="bullets">
          {pairCounts.map(({ why, count }) => (
            <li key={why}>
              {obstacleWords[why]}：{count} 对
            </li>
          ))}
        </ul>
      ) : null}
      {pairs.length > 0 ? (
        <DataTable label="未合并的理由" look="dense" columns={columns} rows={pairs} rowKey={({ no }) => String(no)} />
      ) : (
        <EmptyState title="没有对象重叠而未合并的行。" />
      )}
      {all > pairTotal ? <p className="hint">列出最要紧的 {pairTotal} 对，其余只计数。</p> : null}
      <MergePager year={panel.year} pages={pages} turned="pairs" shown={{ size, count: pairs.length, total: pairTotal }} />
    </Section>
  );
}
