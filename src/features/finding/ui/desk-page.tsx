import { findingViews } from '#domain/finding/views.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { SavedFilters } from '#ui/saved-filters.tsx';
import { viewWords } from '../labels.ts';
import type { FindingDesk } from '../queries/list-desk.ts';
import { type FindingFilter, rowsOnPage } from '../schema.ts';
import { DeskTable } from './desk-table.tsx';

type Props = { readonly filter: FindingFilter; readonly desk: FindingDesk };

/** The list's address with these filters. */
export function findingsHref(query: Partial<FindingFilter>): string {
  const words = Object.entries(query).filter(([key, value]) => value !== undefined && !(key === 'page' && value === 1));
  return words.length === 0 ? '/findings' : `/findings?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

function Filters({ filter, desk }: Props) {
  const clear = filter.q || filter.agency ? findingsHref({ view: filter.view }) : undefined;
  return (
    <FilterForm action="/findings" clearHref={clear}>
      <input type="hidden" name="view" value={filter.view} />
      <FilterText label="企业、备案编号" name="q" value={filter.q} />
      {desk.agencies.length > 0 ? (
        <FilterSelect
          label="单位"
          name="agency"
          options={desk.agencies.map(({ code, shortName }) => ({ value: code, label: shortName }))}
          value={filter.agency}
        />
      ) : null}
    </FilterForm>
  );
}

function Turns({ filter, desk }: Props) {
  const from = (filter.page - 1) * rowsOnPage + 1;
  return (
    <Pager
      {...{ noun: '条', from, to: from + desk.rows.length - 1, total: desk.found, page: filter.page, pages: desk.pages }}
      previous={filter.page > 1 ? findingsHref({ ...filter, page: filter.page - 1 }) : undefined}
      next={filter.page < desk.pages ? findingsHref({ ...filter, page: filter.page + 1 }) : undefined}
    />
  );
}

/** Results at the desk: what is to be recorded, sent, published and corrected, what is due first. */
export function FindingsDesk({ filter, desk }: Props) {
  const others = findingViews.filter((view) => view !== filter.view && desk.counts[view] > 0);
  const ways = others.map((view) => ({
    href: findingsHref({ ...filter, view, page: 1 }),
    label: `${viewWords[view]} ${desk.counts[view]} 条`,
  }));
  return (
    <>
      <PageHead title="检查结果" note={`${viewWords[filter.view]} ${desk.found} 条`} />
      <SavedFilters
        label="结果的办理"
        items={findingViews.map((view) => ({
          ...{ href: findingsHref({ ...filter, view, page: 1 }), label: viewWords[view], count: desk.counts[view] },
          current: view === filter.view,
        }))}
      />
      <Filters filter={filter} desk={desk} />
      {desk.rows.length === 0 ? <EmptyState title={`没有“${viewWords[filter.view]}”的结果。`} ways={ways} /> : null}
      {desk.rows.length > 0 ? <DeskTable view={filter.view} desk={desk} /> : null}
      {desk.rows.length > 0 ? <Turns filter={filter} desk={desk} /> : null}
    </>
  );
}
