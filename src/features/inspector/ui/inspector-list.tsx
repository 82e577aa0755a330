import { validities } from '#domain/register/inspector-fields.ts';
import { type RegisterReader, RegisterTabs } from '#features/enterprise/ui/register-tabs.tsx';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { sayCredential, sayValid, validityLabels } from '../labels.ts';
import type { InspectorPage, InspectorRow } from '../queries/list-inspectors.ts';
import { type InspectorFilter, pageSize } from '../schema.ts';

type Props = { list: InspectorPage; filter: InspectorFilter; reader: RegisterReader };

function hrefOf(filter: InspectorFilter): string {
  const words = Object.entries(filter).filter(([key, value]) => value !== undefined && !(key === 'page' && value === 1));
  return words.length === 0 ? '/inspectors' : `/inspectors?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

const columns: Column<InspectorRow>[] = [
  {
    key: 'name',
    head: '执法人员',
    rowHead: true,
    nowrap: true,
    cell: ({ id, name, responsibleLeader }) => (
      <>
        <a href={`/inspectors/${id}`}>{name}</a>
        {responsibleLeader ? <span className="m">分管负责人，不参加抽取</span> : null}
      </>
    ),
  },
  { key: 'agency', head: '单位', nowrap: true, cell: ({ agency }) => agency },
  {
    key: 'credential',
    head: '执法证',
    nowrap: true,
    cell: ({ credentialNo, credentialKind }) => (
      <>
        {credentialNo ?? ''}
        <span className="m">{sayCredential(credentialKind)}</span>
      </>
    ),
  },
  { key: 'valid', head: '有效期', nowrap: true, stacked: '有效期', cell: sayValid },
  { key: 'ranges', head: '执法范围', cell: ({ ranges }) => ranges.join('；') },
  { key: 'recusals', head: '回避', num: true, stacked: '回避企业', cell: ({ recusals }) => recusals || '' },
  {
    key: 'validity',
    head: '状态',
    nowrap: true,
    cell: ({ validity }) => <Status look={validityLabels[validity].look}>{validityLabels[validity].word}</Status>,
  },
];

function Filters({ list, filter }: Props) {
  const { page: _page, ...conditions } = filter;
  const isFiltered = Object.values(conditions).some((value) => value !== undefined);
  const states = validities.map((value) => ({ value, label: `${validityLabels[value].word}（${list.tally[value] ?? 0}）` }));
  return (
    <FilterForm action="/inspectors" verb="查找" clearHref={isFiltered ? '/inspectors' : undefined}>
      <FilterText label="姓名、执法证号" name="q" value={filter.q} />
      {list.agencies.length > 0 ? (
        <FilterSelect
          label="单位"
          name="agency"
          any={`全部 ${list.agencies.length} 个`}
          options={[...list.agencies]}
          value={filter.agency}
        />
      ) : null}
      <FilterSelect label="状态" name="validity" options={states} value={filter.validity} />
    </FilterForm>
  );
}

function Rows({ list: { rows, total, pages }, filter }: Props) {
  if (rows.length === 0) return <EmptyState title="没有符合条件的执法人员。" ways={[{ href: '/inspectors', label: '清除全部条件' }]} />;
  const from = (filter.page - 1) * pageSize + 1;
  const at = (page: number) => hrefOf({ ...filter, page });
  return (
    <>
      <DataTable label="执法人员名录" look="dense rows" columns={columns} rows={rows} rowKey={({ id }) => id} />
      <Pager
        {...{ noun: '人', from, to: from + rows.length - 1, total, page: filter.page, pages }}
        previous={filter.page > 1 ? at(filter.page - 1) : undefined}
        next={filter.page < pages ? at(filter.page + 1) : undefined}
      />
    </>
  );
}

/** Inspectors with their credentials: the district's for the office, its own for an agency. */
export function InspectorListPage(props: Props) {
  const { list, reader } = props;
  const { expired = 0, expiring = 0 } = list.tally;
  const end = `已过期 ${expired} 人，90 天内到期 ${expiring} 人`;
  return (
    <>
      <PageHead title="名录" />
      <RegisterTabs reader={reader} />
      <Section title={`执法人员 ${list.total} 人`} end={end}>
        <Filters {...props} />
        <Rows {...props} />
      </Section>
    </>
  );
}
