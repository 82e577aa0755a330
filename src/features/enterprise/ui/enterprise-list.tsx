import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { statusLabels } from '../labels.ts';
import type { EnterprisePage, EnterpriseRow } from '../queries/list-enterprises.ts';
import { type EnterpriseFilter, pageSize } from '../schema.ts';
import { EnterpriseFilters, isFiltered } from './enterprise-filters.tsx';
import { type RegisterReader, RegisterTabs } from './register-tabs.tsx';
import { count, listHref } from './words.ts';

function marksOf({ keyEnterprise, undisturbed }: EnterpriseRow): string {
  return [keyEnterprise && '重点企业', undisturbed && '无事不扰'].filter(Boolean).join('、');
}

const columns: Column<EnterpriseRow>[] = [
  {
    key: 'name',
    head: '企业',
    rowHead: true,
    cell: ({ id, name, uscc }) => (
      <>
        <a href={`/enterprises/${id}`}>{name}</a>
        <span className="m">{uscc}</span>
      </>
    ),
  },
  { key: 'territory', head: '属地', cell: ({ territory, inPark }) => (inPark ? `${territory}，园区` : territory) },
  { key: 'industry', head: '行业', cell: ({ industryName }) => industryName },
  { key: 'risk', head: '信用风险', nowrap: true, stacked: '信用风险', cell: ({ risk }) => risk },
  { key: 'marks', head: '名单', cell: marksOf },
  {
    key: 'status',
    head: '状态',
    nowrap: true,
    cell: ({ status }) => <Status look={statusLabels[status].look}>{statusLabels[status].word}</Status>,
  },
];

type Props = { list: EnterprisePage; filter: EnterpriseFilter; reader: RegisterReader };

function Nothing({ filter }: Pick<Props, 'filter'>) {
  if (!isFiltered(filter)) return <EmptyState title="名录中还没有企业。" condition="由区县办公室导入企业名录。" />;
  return <EmptyState title="没有符合条件的企业。" ways={[{ href: '/enterprises', label: '清除全部条件' }]} />;
}

function Rows({ list: { rows, total, pages }, filter }: Pick<Props, 'list' | 'filter'>) {
  if (rows.length === 0) return <Nothing filter={filter} />;
  const from = (filter.page - 1) * pageSize + 1;
  const at = (page: number) => listHref('/enterprises', { ...filter, page });
  return (
    <>
      <DataTable label="企业名录" look="dense rows" columns={columns} rows={rows} rowKey={({ id }) => id} />
      <Pager
        {...{ noun: '家', from, to: from + rows.length - 1, total, page: filter.page, pages }}
        previous={filter.page > 1 ? at(filter.page - 1) : undefined}
        next={filter.page < pages ? at(filter.page + 1) : undefined}
      />
    </>
  );
}

/** The district's enterprises: filters, how many, rows that lead to their pages, and the same as a file. */
export function EnterpriseListPage({ list, filter, reader }: Props) {
  const conditions = { ...filter, page: 1 };
  return (
    <>
      <PageHead title="名录" />
      <RegisterTabs reader={reader} />
      <Section
        title={`企业 ${count(list.total)} 家`}
        end={
          <>
            <a href={listHref('/enterprises/list.xlsx', conditions)}>导出 xlsx</a>　
            <a href={listHref('/enterprises/list.csv', conditions)}>导出 csv</a>
          </>
        }
      >
        <EnterpriseFilters filter={filter} territories={list.territories} />
        <Rows list={list} filter={filter} />
      </Section>
    </>
  );
}
