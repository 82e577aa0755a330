import { fates } from '#domain/register/fate.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { Figures } from '#ui/figures.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { fateLabels, kindLabels } from '../labels.ts';
import type { ImportView } from '../queries/load-import.ts';
import { type RowFilter, rowsPerPage, type StoredTally } from '../schema.ts';
import { RowTable } from './row-table.tsx';

type Props = { view: ImportView; filter: RowFilter; tally: StoredTally };

function hrefOf({ kind, id }: ImportView, filter: Partial<RowFilter>, file = ''): string {
  const words = Object.entries(filter).filter(([key, value]) => value !== undefined && !(key === 'page' && value === 1));
  const path = `${kindLabels[kind].home}/imports/${id}${file}`;
  return words.length === 0 ? path : `${path}?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

function figuresOf({ view, tally }: Props) {
  const all = fates.reduce((sum, fate) => sum + tally[fate], 0);
  const whole = { label: '表里的行', value: String(all), unit: '行', href: hrefOf(view, {}), base: '表头以下有内容的行' };
  const each = fates.map((fate) => ({
    ...{ label: fateLabels[fate].word, value: String(tally[fate]), unit: '行', base: fateLabels[fate].base },
    href: tally[fate] > 0 ? hrefOf(view, { fate }) : undefined,
  }));
  return [whole, ...each];
}

function Filters({ view, filter, tally }: Props) {
  const options = fates.map((fate) => ({ value: fate, label: `${fateLabels[fate].word}（${tally[fate]}）` }));
  const isFiltered = filter.fate !== undefined || filter.q !== undefined;
  return (
    <FilterForm action={hrefOf(view, {})} clearHref={isFiltered ? hrefOf(view, {}) : undefined}>
      <FilterSelect label="去向" name="fate" any="全部" options={options} value={filter.fate} />
      <FilterText label="名称、代码、说明" name="q" value={filter.q} />
    </FilterForm>
  );
}

function Turns({ view, filter }: Props) {
  const { page, pages, total, rows } = view;
  if (pages === 1) return null;
  const from = (page - 1) * rowsPerPage + 1;
  const at = (number: number) => hrefOf(view, { ...filter, page: number });
  return (
    <Pager
      {...{ noun: '行', from, to: from + rows.length - 1, total, page, pages }}
      previous={page > 1 ? at(page - 1) : undefined}
      next={page < pages ? at(page + 1) : undefined}
    />
  );
}

/** The sheet's rows: how many met each fate, and the rows themselves, filtered and page by page. */
export function ImportRows(props: Props) {
  const { view, filter } = props;
  const end = <a href={hrefOf(view, { ...filter, page: 1 }, '/rows.xlsx')}>下载结果 xlsx</a>;
  return (
    <>
      <Figures items={figuresOf(props)} />
      <Section title="逐行去向" id="rows" end={end}>
        <Filters {...props} />
        {view.rows.length > 0 ? (
          <RowTable view={view} />
        ) : (
          <EmptyState title="没有符合条件的行。" ways={[{ href: hrefOf(view, {}), label: '看全部行' }]} />
        )}
        <Turns {...props} />
      </Section>
    </>
  );
}
