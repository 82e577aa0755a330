import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Section } from '#ui/section.tsx';
import type { EmergencyShare } from '../queries/load-emergency-share.ts';

/** A share with the number it is of: 12.5%（n＝16）. */
const sayShare = (part: number, whole: number) => (whole === 0 ? 'n＝0' : `${((100 * part) / whole).toFixed(1)}%（n＝${whole}）`);

const columns: Column<EmergencyShare>[] = [
  {
    key: 'agency',
    head: '单位',
    rowHead: true,
    cell: ({ agency, district }) => (
      <>
        {agency}
        <span className="m">{district}</span>
      </>
    ),
  },
  { key: 'emergencies', head: '紧急备案', num: true, stacked: '紧急备案', cell: ({ emergencies }) => `${emergencies} 件` },
  {
    key: 'share',
    head: '占全部备案',
    num: true,
    stacked: '占全部备案',
    cell: ({ emergencies, filings }) => sayShare(emergencies, filings),
  },
  { key: 'late', head: '逾期补报', num: true, stacked: '逾期补报', cell: ({ late, emergencies }) => sayShare(late, emergencies) },
];

/** How often agencies came without a form, and how often the form came too late; every share with what it is of. */
export function EmergencyShareSection({ rows }: { rows: readonly EmergencyShare[] }) {
  const total = rows.reduce((sum, { emergencies }) => sum + emergencies, 0);
  return (
    <Section title="紧急备案占比" id="emergencies" end={`本年 ${total} 件`}>
      <p className="hint mb-3">紧急情况下由单位分管负责人口头备案，检查结束后按期补报。占比越高，越少按计划检查。</p>
      {rows.length > 0 ? (
        <DataTable label="各单位紧急备案占比" look="rows" columns={columns} rows={rows} rowKey={({ code }) => code} />
      ) : (
        <EmptyState title="本年还没有备案。" />
      )}
    </Section>
  );
}
