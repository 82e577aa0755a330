import { namePlan } from '#domain/plan/plan-item.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import type { DistrictPlans, PlanRow } from '../queries/list-plans.ts';

const dayFormat = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', dateStyle: 'long' });

const columnsOf = ({ code, abbreviation }: DistrictPlans): Column<PlanRow>[] => [
  { key: 'year', head: '年度', rowHead: true, nowrap: true, cell: ({ year }) => <a href={`/plans/${code}/${year}`}>{year} 年度</a> },
  {
    key: 'name',
    head: '现行的一版',
    nowrap: true,
    stacked: '现行',
    cell: ({ year, version }) => namePlan({ abbreviation, year, version }),
  },
  { key: 'at', head: '公示', nowrap: true, stacked: '公示', cell: ({ publishedAt }) => dayFormat.format(publishedAt) },
  { key: 'entries', head: '计划项', num: true, nowrap: true, stacked: '计划项', cell: ({ entries }) => `${entries} 项` },
  { key: 'visits', head: '入企', num: true, nowrap: true, stacked: '入企', cell: ({ visits }) => `${visits.toLocaleString('zh-CN')} 户次` },
  { key: 'note', head: '说明', cell: ({ note }) => note },
];

/** The plans in force of every district: what may be inspected, before anybody enters. */
export function PlanIndex({ districts }: { districts: readonly DistrictPlans[] }) {
  return (
    <>
      <PageHead title="检查计划" note="先公示，后检查；不在计划里的抽查，企业可以拒绝" />
      {districts.map((district) => (
        <Section key={district.code} className="mb-8" title={district.name} end={`${district.officeName}　${district.officePhone}`}>
          {district.plans.length > 0 ? (
            <DataTable
              label={`${district.name}的计划`}
              look="rows"
              columns={columnsOf(district)}
              rows={district.plans}
              rowKey={({ year }) => String(year)}
            />
          ) : (
            <EmptyState title="还没有公示的计划。" />
          )}
        </Section>
      ))}
    </>
  );
}
