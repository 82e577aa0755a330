import { categoryWords } from '#domain/declaration/sheet/read-words.ts';
import { formWords } from '#domain/inspection/words.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { PrintButton } from '#ui/print-button.tsx';
import { Section } from '#ui/section.tsx';
import type { MatterRow, PublicCatalogue } from '../queries/load-catalogue.ts';
import { sayIndustries, sayMerging, sayShare, sayVersion } from './words.ts';

const columns: Column<MatterRow>[] = [
  { key: 'code', head: '编码', nowrap: true, cell: ({ code }) => code },
  { key: 'name', head: '事项', rowHead: true, cell: ({ name }) => name },
  { key: 'category', head: '类别', nowrap: true, cell: ({ category }) => categoryWords[category] },
  { key: 'basis', head: '依据', cell: ({ basis }) => basis },
  { key: 'form', head: '方式', nowrap: true, cell: ({ form }) => formWords[form] },
  { key: 'industries', head: '行业', cell: (row) => sayIndustries(row, 3) },
  { key: 'merge', head: '合并', nowrap: true, cell: (row) => sayMerging(row) },
  { key: 'special', head: '特殊领域', nowrap: true, stacked: '特殊领域', cell: ({ specialField }) => (specialField ? '是' : '否') },
  { key: 'max', head: '每年上限', num: true, stacked: '每年上限', cell: ({ maxPerYear }) => maxPerYear },
];

/** The catalogue in force for everybody, agency by agency, as it is printed. */
export function PublicCataloguePage({ catalogue }: { catalogue: PublicCatalogue }) {
  const { head, rows } = catalogue;
  const agencies = [...new Set(rows.map(({ agency }) => agency))];
  return (
    <>
      <PageHead title={`${head.district}涉企检查事项清单`} note={`${sayVersion(head)}　${sayShare(head)}`}>
        <PrintButton>打印清单</PrintButton>
      </PageHead>
      <p className="mb-6">清单以外的事项不得入企检查。可合并的事项，同组并为一次联合检查。</p>
      <div className="stack">
        {agencies.map((agency) => {
          const own = rows.filter((row) => row.agency === agency);
          return (
            <Section key={agency} title={agency} end={`${own.length} 项`}>
              <DataTable label={`${agency}的事项`} look="dense rows" columns={columns} rows={own} rowKey={({ code }) => code} />
            </Section>
          );
        })}
      </div>
    </>
  );
}
