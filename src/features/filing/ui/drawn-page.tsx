import { buttonClass } from '#ui/button.ts';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect, FilterText } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import type { DrawnPage } from '../queries/list-drawn-visits.ts';
import type { DrawnFilter } from '../schema.ts';
import { DrawnTable } from './drawn-table.tsx';

const address = '/filings/drawn';

function hrefOf(filter: DrawnFilter, page: number): string {
  const words = Object.entries({ ...filter, page }).filter(([key, value]) => value !== undefined && !(key === 'page' && value === 1));
  return words.length === 0 ? address : `${address}?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

const isFiltered = ({ q, entry, within, joint }: DrawnFilter) => [q, entry, within, joint].some((value) => value !== undefined);
const withinOptions = [
  { value: '30', label: '30 天内' },
  { value: '90', label: '90 天内' },
];
const jointOptions = [
  { value: 'yes', label: '联合检查' },
  { value: 'no', label: '单独入企' },
];

function Filters({ filter, list }: { filter: DrawnFilter; list: DrawnPage }) {
  return (
    <FilterForm action={address} clearHref={isFiltered(filter) ? address : undefined}>
      <FilterText label="企业、代码" name="q" value={filter.q} />
      <FilterSelect label="计划项" name="entry" options={list.entries} value={filter.entry} any={`全部 ${list.entries.length} 个`} />
      <FilterSelect label="到期" name="within" options={withinOptions} value={filter.within} />
      <FilterSelect label="是否联合" name="joint" options={jointOptions} value={filter.joint} />
    </FilterForm>
  );
}

function Empty({ filter }: { filter: DrawnFilter }) {
  if (isFiltered(filter)) return <EmptyState title="没有符合条件的。" ways={[{ href: address, label: '清除全部条件' }]} />;
  if (filter.page > 1) return <EmptyState title="这一页没有内容。" ways={[{ href: address, label: '回到第 1 页' }]} />;
  return (
    <EmptyState
      title="抽中的都已备案。"
      condition="抽取公布后，抽中的企业列在这里。"
      ways={[{ href: '/drawing', label: '查看抽取进度' }]}
    />
  );
}

/** What the agency was drawn and has yet to file: what runs out first on top, one button each. */
export function DrawnVisitsPage({ filter, list, canFile }: { filter: DrawnFilter; list: DrawnPage; canFile: boolean }) {
  const from = (filter.page - 1) * list.size + 1;
  return (
    <>
      <PageHead
        title="待备案"
        note="抽取已公布、还没有备案的企业，先到期的在前。打开后时间、人员、事项已按抽取结果填好。"
        crumb={{ href: '/filings', label: '备案', here: '待备案' }}
      >
        {canFile && filter.entry ? (
          <a className={buttonClass()} href={`/filings/batches/new?${new URLSearchParams({ entry: filter.entry })}`}>
            这个计划项批量备案
          </a>
        ) : null}
      </PageHead>
      <Filters filter={filter} list={list} />
      {list.rows.length > 0 ? <DrawnTable rows={list.rows} today={list.today} canFile={canFile} /> : <Empty filter={filter} />}
      {list.rows.length > 0 ? (
        <Pager
          {...{ noun: '户次', from, to: from + list.rows.length - 1, total: list.total, page: filter.page, pages: list.pages }}
          previous={filter.page > 1 ? hrefOf(filter, filter.page - 1) : undefined}
          next={filter.page < list.pages ? hrefOf(filter, filter.page + 1) : undefined}
        />
      ) : null}
    </>
  );
}
