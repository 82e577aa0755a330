import { followUpWords, resultWords } from '#domain/finding/codes.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { dayWords } from '#ui/words.ts';
import type { ResultChoices, ResultList, ResultRow } from '../queries/list-results.ts';
import { type ResultFilter, rowsOnPage } from '../schema.ts';

type Props = { readonly list: ResultList; readonly choices: ResultChoices; readonly filter: ResultFilter };

function hrefOf(query: Partial<ResultFilter>): string {
  const words = Object.entries(query).filter(([key, value]) => value !== undefined && !(key === 'page' && value === 1));
  return words.length === 0 ? '/results' : `/results?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

const isFiltered = ({ district, agency, q }: ResultFilter) => [district, agency, q].some(Boolean);

function Filters({ choices, filter }: Props) {
  const agencies = choices.agencies.filter(({ districtCode }) => !filter.district || districtCode === filter.district);
  const named = new Map(choices.districts.map(({ code, name }) => [code, name]));
  return (
    <FilterForm action="/results" clearHref={isFiltered(filter) ? '/results' : undefined}>
      <FilterSelect
        label="区县"
        name="district"
        options={choices.districts.map(({ code, name }) => ({ value: code, label: name }))}
        value={filter.district}
      />
      <FilterSelect
        label="单位"
        name="agency"
        any={`全部 ${agencies.length} 个`}
        options={agencies.map(({ code, shortName, districtCode }) => ({
          value: code,
          label: filter.district ? shortName : `${named.get(districtCode) ?? ''} ${shortName}`,
        }))}
        value={filter.agency}
      />
      <FilterText label="企业、信用代码、备案编号" name="q" value={filter.q} />
    </FilterForm>
  );
}

function Withdrawn({ row, now }: { row: ResultRow; now: Date }) {
  return row.withdrawnAt ? <Status look="gone">{`${dayWords(row.withdrawnAt, now)}撤下，理由：${row.withdrawnReason}`}</Status> : null;
}

function Results({ row }: { row: ResultRow }) {
  return row.findings.map(({ matter, result, followUp }) => (
    <span key={matter} className="line">
      {matter}
      <span className="m">
        {resultWords[result]}　{followUpWords[followUp]}
      </span>
    </span>
  ));
}

function columnsOf(now: Date): Column<ResultRow>[] {
  return [
    { key: 'no', head: '备案编号', rowHead: true, nowrap: true, cell: ({ filingNo }) => filingNo },
    { key: 'district', head: '区县', nowrap: true, stacked: '区县', cell: ({ districtName }) => districtName },
    { key: 'agency', head: '单位', nowrap: true, stacked: '单位', cell: ({ agencyName }) => agencyName },
    { key: 'enterprise', head: '企业', cell: ({ enterprise }) => enterprise ?? '' },
    { key: 'left', head: '检查', nowrap: true, stacked: '检查', cell: ({ leftAt }) => (leftAt ? dayWords(leftAt, now) : '') },
    { key: 'found', head: '事项和结果', cell: (row) => (row.withdrawnAt ? <Withdrawn row={row} now={now} /> : <Results row={row} />) },
    { key: 'at', head: '公示', nowrap: true, stacked: '公示', cell: ({ publishedAt }) => dayWords(publishedAt, now) },
  ];
}

function Rows({ list, choices, filter }: Props) {
  const { rows, found, page, pages } = list;
  if (rows.length === 0)
    return (
      <EmptyState title="没有符合条件的结果。" ways={isFiltered(filter) || page > 1 ? [{ href: '/results', label: '看全部结果' }] : []} />
    );
  const from = (page - 1) * rowsOnPage + 1;
  return (
    <>
      <DataTable
        {...{ label: '检查结果', look: 'rows', columns: columnsOf(choices.now), rows }}
        rowKey={({ filingNo, agency }) => `${filingNo} ${agency}`}
      />
      <Pager
        {...{ noun: '条', from, to: from + rows.length - 1, total: found, page, pages }}
        previous={page > 1 ? hrefOf({ ...filter, page: page - 1 }) : undefined}
        next={page < pages ? hrefOf({ ...filter, page: page + 1 }) : undefined}
      />
    </>
  );
}

/** Results that are public: who checked whom, and what came of each matter; what was taken back says only that. */
export function PublicResults(props: Props) {
  return (
    <>
      <PageHead title="检查结果公示" note="检查结束后按期公示，一个单位一次检查一条" />
      <Section title={`结果 ${props.list.found} 条`} end="表格格式：请求 /api/public/v1/results，Accept: text/csv" id="list">
        <Filters {...props} />
        <Rows {...props} />
      </Section>
    </>
  );
}
