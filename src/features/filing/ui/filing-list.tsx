import { buttonClass } from '#ui/button.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { SavedFilters } from '#ui/saved-filters.tsx';
import { kindWords, statusLabels } from '../labels.ts';
import type { FilingPage } from '../queries/list-filings.ts';
import type { ListDesk } from '../queries/load-list-desk.ts';
import type { FilingFilter } from '../schema.ts';
import { FilingTable } from './filing-table.tsx';

type Query = Partial<Record<keyof FilingFilter, string | number | undefined>>;

/** The list's address with these filters. */
export function filingsHref(query: Query): string {
  const words = Object.entries(query).filter(
    ([key, value]) => value !== undefined && !(key === 'page' && value === 1) && !(key === 'size' && value === 15),
  );
  return words.length === 0 ? '/filings' : `/filings?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

const options = (words: Readonly<Record<string, string>>) => Object.entries(words).map(([value, label]) => ({ value, label }));

function Filters({ filter, desk }: { filter: FilingFilter; desk: ListDesk }) {
  return (
    <FilterForm action="/filings" clearHref={isFiltered(filter) ? '/filings' : undefined}>
      <FilterText label="企业、代码、编号" name="q" value={filter.q} />
      {desk.agencies.length > 0 ? (
        <FilterSelect label="单位" name="agency" any={`全部 ${desk.agencies.length} 个`} options={desk.agencies} value={filter.agency} />
      ) : null}
      <FilterSelect label="类型" name="kind" options={options(kindWords)} value={filter.kind} />
      <FilterSelect
        label="状态"
        name="status"
        options={desk.statuses.map((value) => ({ value, label: statusLabels[value].word }))}
        value={filter.status}
      />
      <FilterText label="入企从" name="from" type="text" size={11} placeholder="2026-09-21" value={filter.from} />
      <FilterText label="到" name="to" type="text" size={11} placeholder="2026-09-30" value={filter.to} />
    </FilterForm>
  );
}

function isFiltered({ q, agency, kind, status, from, to }: FilingFilter): boolean {
  return [q, agency, kind, status, from, to].some((value) => value !== undefined);
}

function Empty({ filter }: { filter: FilingFilter }) {
  const ways = [
    ...(filter.status ? [{ href: filingsHref({ ...filter, status: undefined }), label: `去掉“${statusLabels[filter.status].word}”` }] : []),
    ...(filter.from || filter.to ? [{ href: filingsHref({ ...filter, from: undefined, to: undefined }), label: '不限日期' }] : []),
    ...(isFiltered(filter) ? [{ href: '/filings', label: '清除全部条件' }] : []),
  ];
  return <EmptyState title={isFiltered(filter) ? '没有符合条件的备案。' : '还没有备案。'} ways={ways} />;
}

function Turns({ filter, list }: { filter: FilingFilter; list: FilingPage }) {
  const at = (page: number) => filingsHref({ ...filter, page });
  const from = (list.page - 1) * list.size + 1;
  return (
    <Pager
      noun="件"
      from={from}
      to={from + list.rows.length - 1}
      total={list.total}
      page={list.page}
      pages={list.pages}
      previous={list.page > 1 ? at(list.page - 1) : undefined}
      next={list.page < list.pages ? at(list.page + 1) : undefined}
    />
  );
}

/** The list of filings: saved filters, filters in the address, one page of rows. */
export function FilingList({ filter, list, desk }: { filter: FilingFilter; list: FilingPage; desk: ListDesk }) {
  return (
    <>
      <PageHead title="备案" note={`${desk.reach}　当前条件 ${list.total} 件`}>
        {desk.canFile ? (
          <>
            <a className={buttonClass()} href="/filings/templates">
              模板
            </a>
            <a className={buttonClass()} href="/filings/batches">
              批量备案
            </a>
            <a className={buttonClass({ look: 'primary' })} href="/filings/new">
              新建备案
            </a>
          </>
        ) : null}
      </PageHead>
      <SavedFilters
        items={desk.saved.map((saved) => ({
          label: saved.label,
          count: saved.count,
          href: filingsHref(saved.query),
          current: filingsHref(saved.query) === filingsHref({ ...filter, page: 1 }),
        }))}
      />
      <Filters filter={filter} desk={desk} />
      {list.rows.length > 0 ? <FilingTable rows={list.rows} now={desk.now} label="备案列表" /> : <Empty filter={filter} />}
      {list.total > 0 ? <Turns filter={filter} list={list} /> : null}
    </>
  );
}
