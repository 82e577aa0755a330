import { titleOfRule } from '#domain/inspection/entry-rules.ts';
import type { Finding, Verdict } from '#domain/law/verdict.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Status } from '#ui/status.tsx';
import { outcomeLabels } from '../labels.ts';

const columns = [
  {
    key: 'rule',
    head: '规则',
    nowrap: true,
    rowHead: true,
    cell: ({ rule }: Finding) => <a href={`/rules#${rule}`}>{titleOfRule(rule)}</a>,
  },
  {
    key: 'outcome',
    head: '结论',
    nowrap: true,
    cell: ({ outcome }: Finding) => <Status look={outcomeLabels[outcome].look}>{outcomeLabels[outcome].word}</Status>,
  },
  { key: 'facts', head: '用到的事实', cell: ({ title }: Finding) => title },
  {
    key: 'basis',
    head: '依据',
    cell: ({ basis }: Finding) => <span className="s">{[basis.instrument, basis.locator].filter(Boolean).join('，')}</span>,
  },
];

/** Every rule's finding with its source: why it could be filed, on the day it was. Rules that do not concern the visit are left out. */
export function VerdictTable({ verdict }: { verdict: Verdict }) {
  const rows = verdict.findings.filter(({ outcome }) => outcome !== 'notApplicable');
  return <DataTable label="判定表" look="dense rows" columns={columns} rows={rows} rowKey={({ rule }) => rule} />;
}
