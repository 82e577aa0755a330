import { type Column, DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/section.tsx';
import { momentWords } from '#ui/words.ts';
import type { RunChange } from '../queries/load-merges.ts';
import type { RunView } from '../queries/views.ts';
import { RunMark } from './run-state.tsx';
import { gapWords } from './words.ts';

function columnsAt(now: Date): Column<RunView>[] {
  return [
    { key: 'at', head: '测算时间', rowHead: true, nowrap: true, cell: ({ requestedAt }) => momentWords(requestedAt, now) },
    { key: 'by', head: '经办', nowrap: true, cell: ({ requestedBy }) => requestedBy },
    { key: 'lines', head: '行', num: true, cell: ({ lineCount }) => lineCount },
    { key: 'before', head: '合并前', num: true, cell: ({ before }) => before },
    { key: 'after', head: '合并后', num: true, cell: ({ after }) => after },
    { key: 'bound', head: '下限', num: true, cell: ({ bound }) => bound },
    { key: 'gap', head: '相差', num: true, cell: (run) => gapWords(run) },
    { key: 'hash', head: '输入', nowrap: true, cell: ({ inputHash }) => <span className="mono">{inputHash.slice(0, 8) || '—'}</span> },
    { key: 'status', head: '状态', nowrap: true, cell: ({ status }) => <RunMark status={status} /> },
  ];
}

function changeWords({ came, went, isSame, before }: RunChange): string {
  if (isSame) return '最近两次测算的输入完全相同。';
  const lines = [came > 0 ? `新增 ${came} 行` : '', went > 0 ? `少了 ${went} 行` : ''].filter(Boolean).join('，');
  return `与上一次相比${lines ? lines : '行没有增减，内容或设置有变'}；上一次 ${before.before} → ${before.after} 户次，下限 ${before.bound}。`;
}

/** The runs of a year, the latest first, and what changed since the one before. */
export function RunHistory({ runs, change, now }: { runs: readonly RunView[]; change: RunChange | null; now: Date }) {
  return (
    <Section title="历次测算" end={`最近 ${runs.length} 次`}>
      {change ? <p>{changeWords(change)}</p> : null}
      <DataTable label="历次测算" look="dense" columns={columnsAt(now)} rows={runs} rowKey={({ id }) => id} />
    </Section>
  );
}
