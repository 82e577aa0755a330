import { categories, categoryWords } from '#domain/declaration/sheet/read-words.ts';
import { formWords } from '#domain/inspection/words.ts';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import { proposalKindWords, proposalLabels } from '../labels.ts';
import type { Catalogue, MatterRow } from '../queries/load-catalogue.ts';
import type { ProposalRow } from '../queries/load-matter.ts';
import type { CatalogueFilter } from '../schema.ts';
import { sayIndustries, sayMerging, sayShare, sayVersion } from './words.ts';

type Query = Partial<Record<keyof CatalogueFilter, string | number | undefined>>;

function hrefOf(query: Query): string {
  const words = Object.entries(query).filter(([key, value]) => value !== undefined && !(key === 'page' && value === 1));
  return words.length === 0 ? '/matters' : `/matters?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

const columns: Column<MatterRow>[] = [
  { key: 'code', head: '编码', nowrap: true, cell: ({ code }) => code },
  { key: 'name', head: '事项', rowHead: true, cell: ({ code, name }) => <a href={`/matters/${code}`}>{name}</a> },
  { key: 'agency', head: '单位', nowrap: true, cell: ({ agency }) => agency },
  { key: 'category', head: '类别', nowrap: true, cell: ({ category }) => categoryWords[category] },
  { key: 'form', head: '方式', nowrap: true, cell: ({ form }) => formWords[form] },
  { key: 'basis', head: '依据', cell: ({ basis }) => basis },
  { key: 'industries', head: '行业', cell: (row) => sayIndustries(row, 2) },
  { key: 'merge', head: '合并', nowrap: true, cell: (row) => sayMerging(row) },
  { key: 'special', head: '特殊领域', nowrap: true, stacked: '特殊领域', cell: ({ specialField }) => (specialField ? '是' : '否') },
  { key: 'max', head: '每年上限', num: true, stacked: '每年上限', cell: ({ maxPerYear }) => maxPerYear },
];

const proposalColumns: Column<ProposalRow>[] = [
  { key: 'at', head: '时间', nowrap: true, cell: ({ proposedAt, now }) => momentWords(proposedAt, now) },
  { key: 'agency', head: '单位', nowrap: true, cell: ({ agency }) => agency },
  {
    key: 'what',
    head: '申请',
    rowHead: true,
    cell: ({ id, kind, name }) => (
      <a href={`/matters/proposals/${id}`}>
        {proposalKindWords[kind]}　{name}
      </a>
    ),
  },
  { key: 'why', head: '理由', cell: ({ reason }) => reason },
  {
    key: 'status',
    head: '状态',
    nowrap: true,
    cell: ({ status }) => <Status look={proposalLabels[status].look}>{proposalLabels[status].word}</Status>,
  },
];

function Filters({ filter, catalogue }: { filter: CatalogueFilter; catalogue: Catalogue }) {
  const { page: _page, ...conditions } = filter;
  const isFiltered = Object.values(conditions).some((value) => value !== undefined);
  const merging = [
    { value: 'yes', label: '可合并' },
    { value: 'no', label: '不合并' },
  ];
  return (
    <FilterForm action="/matters" clearHref={isFiltered ? '/matters' : undefined}>
      <FilterText label="事项名称、编码" name="q" value={filter.q} />
      <FilterSelect
        label="单位"
        name="agency"
        any={`全部 ${catalogue.agencies.length} 个`}
        options={catalogue.agencies}
        value={filter.agency}
      />
      <FilterSelect
        label="类别"
        name="category"
        options={categories.map((value) => ({ value, label: categoryWords[value] }))}
        value={filter.category}
      />
      <FilterSelect label="合并" name="merge" options={merging} value={filter.merge} />
    </FilterForm>
  );
}

function Rows({ filter, catalogue }: { filter: CatalogueFilter; catalogue: Catalogue }) {
  const { rows, total, pageSize, pages } = catalogue;
  if (rows.length === 0) return <EmptyState title="没有符合条件的事项。" ways={[{ href: '/matters', label: '清除全部条件' }]} />;
  const from = (filter.page - 1) * pageSize + 1;
  const at = (page: number) => hrefOf({ ...filter, page });
  return (
    <>
      <DataTable label="事项清单" look="dense rows" columns={columns} rows={rows} rowKey={({ code }) => code} />
      <Pager
        {...{ noun: '项', from, to: from + rows.length - 1, total, page: filter.page, pages }}
        previous={filter.page > 1 ? at(filter.page - 1) : undefined}
        next={filter.page < pages ? at(filter.page + 1) : undefined}
      />
    </>
  );
}

type Props = { catalogue: Catalogue; filter: CatalogueFilter; proposals: readonly ProposalRow[]; districtCode: string };

function Head({ catalogue, districtCode }: Pick<Props, 'catalogue' | 'districtCode'>) {
  const { head, canPropose } = catalogue;
  return (
    <>
      <PageHead title="事项清单" note={`${sayVersion(head)}　${sayShare(head)}`}>
        <a className={buttonClass()} href={`/catalogue/${districtCode}`}>
          公示页
        </a>
        {canPropose ? (
          <a className={buttonClass({ look: 'primary' })} href="/matters/new">
            申请新增事项
          </a>
        ) : null}
      </PageHead>
      {head.next ? (
        <p className="say mb-6">
          {head.next.from} 起为第 {head.next.version} 版：{head.next.note}
        </p>
      ) : null}
    </>
  );
}

/** The catalogue of matters in force, with the proposals to change it. */
export function CataloguePage({ catalogue, filter, proposals, districtCode }: Props) {
  const waiting = proposals.filter(({ status }) => status === 'open').length;
  return (
    <>
      <Head catalogue={catalogue} districtCode={districtCode} />
      <div className="stack">
        {proposals.length > 0 ? (
          <Section title="调整申请" end={`${waiting} 份待审核`}>
            <DataTable label="调整申请" look="rows" columns={proposalColumns} rows={proposals} rowKey={({ id }) => id} />
          </Section>
        ) : null}
        <Section title={`现行事项 ${catalogue.total} 项`}>
          <Filters filter={filter} catalogue={catalogue} />
          <Rows filter={filter} catalogue={catalogue} />
        </Section>
      </div>
    </>
  );
}
