import { industrySections } from '#domain/enterprise/industries.data.ts';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { sayRisk, statusLabels } from '../labels.ts';
import type { EnterpriseFilter } from '../schema.ts';

const sections = Object.entries(industrySections).map(([value, name]) => ({ value, label: `${value}　${name}` }));
const risks = ['A', 'B', 'C', 'D'].map((value) => ({ value, label: sayRisk(value) }));
const statuses = Object.entries(statusLabels).map(([value, { word }]) => ({ value, label: word }));
const flag = (yes: string, no: string) => [
  { value: 'yes', label: yes },
  { value: 'no', label: no },
];

export function isFiltered({ page: _page, ...conditions }: EnterpriseFilter): boolean {
  return Object.values(conditions).some((value) => value !== undefined);
}

interface EnterpriseFiltersProps {
  filter: EnterpriseFilter;
  territories: readonly { readonly value: string; readonly label: string }[];
}

/** The register's filters, in the address. */
export function EnterpriseFilters({ filter, territories }: EnterpriseFiltersProps) {
  return (
    <FilterForm action="/enterprises" verb="查找" clearHref={isFiltered(filter) ? '/enterprises' : undefined}>
      <FilterText label="名称、代码、拼音或首字母" name="q" value={filter.q} size={22} />
      <FilterSelect
        label="属地"
        name="territory"
        any={`全部 ${territories.length} 个`}
        options={[...territories]}
        value={filter.territory}
      />
      <FilterSelect label="行业门类" name="section" options={sections} value={filter.section} />
      <FilterSelect label="信用风险" name="risk" options={risks} value={filter.risk} />
      <FilterSelect label="状态" name="status" options={statuses} value={filter.status} />
      <FilterSelect label="重点企业" name="key" options={flag('重点企业', '其他企业')} value={filter.key} />
      <FilterSelect label="园区" name="park" options={flag('园区内', '园区外')} value={filter.park} />
      <FilterSelect label="无事不扰" name="undisturbed" options={flag('在名单上', '不在名单上')} value={filter.undisturbed} />
    </FilterForm>
  );
}
