import { drawLabels } from '#features/draw/labels.ts';
import { DrawMark } from '#features/draw/ui/status-mark.tsx';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { dayWords } from '#ui/words.ts';
import type { DrawChoices, DrawList, DrawRow } from '../queries/list-public-draws.ts';
import { type DrawListQuery, drawsOnPage, publicStatuses } from '../schema.ts';
import { drawHref } from './draw-href.ts';

type Props = { readonly list: DrawList; readonly choices: DrawChoices; readonly query: DrawListQuery };

function hrefOf(query: Partial<DrawListQuery>): string {
  const words = Object.entries(query).filter(([key, value]) => value !== undefined && !(key === 'page' && value === 1));
  return words.length === 0 ? '/draws' : `/draws?${new URLSearchParams(words.map(([key, value]) => [key, String(value)]))}`;
}

const isFiltered = ({ district, agency, status, year }: DrawListQuery) => [district, agency, status, year].some(Boolean);

function Filters({ choices, query }: Props) {
  const agencies = choices.agencies.filter(({ district }) => !query.district || district === query.district);
  const named = new Map(choices.districts.map(({ code, name }) => [code, name]));
  const options = agencies.map(({ code, name, district }) => ({
    value: code,
    label: query.district ? name : `${named.get(district) ?? ''} ${name}`,
  }));
  return (
    <FilterForm action="/draws" clearHref={isFiltered(query) ? '/draws' : undefined}>
      <FilterSelect
        label="区县"
        name="district"
        options={choices.districts.map(({ code, name }) => ({ value: code, label: name }))}
        value={query.district}
      />
      <FilterSelect label="牵头单位" name="agency" any={`全部 ${options.length} 个`} options={options} value={query.agency} />
      <FilterSelect
        label="状态"
        name="status"
        options={publicStatuses.map((status) => ({ value: status, label: drawLabels[status].word }))}
        value={query.status}
      />
      <FilterSelect
        label="年度"
        name="year"
        options={choices.years.map((year) => ({ value: String(year), label: `${year} 年` }))}
        value={query.year?.toString()}
      />
    </FilterForm>
  );
}

function Name({ row }: { row: DrawRow }) {
  const [first, ...more] = row.titles;
  return (
    <>
      <a href={drawHref(row)}>{row.no}</a>
      <span className="m">
        {first}
        {more.length > 0 ? `等 ${row.titles.length} 项` : ''}
      </span>
    </>
  );
}

const latest = ({ voidedAt, publishedAt, frozenAt }: DrawRow) => voidedAt ?? publishedAt ?? frozenAt;

function sayCheck({ isComputable, status, drawnAt }: DrawRow): string {
  if (!isComputable) return '登记结果，不能复算';
  if (status === 'published') return '可以复算';
  if (status === 'void') return drawnAt ? '可以复算' : '没有结果';
  return '公布后可以复算';
}

const columnsOf = (now: Date): Column<DrawRow>[] => [
  { key: 'no', head: '抽取', rowHead: true, cell: (row) => <Name row={row} /> },
  { key: 'district', head: '区县', nowrap: true, stacked: '区县', cell: ({ districtName }) => districtName },
  { key: 'agency', head: '牵头单位', stacked: '牵头单位', cell: ({ agencyName }) => agencyName },
  {
    key: 'subjects',
    head: '候选',
    num: true,
    nowrap: true,
    stacked: '候选',
    cell: ({ subjects }) => (subjects === null ? '未记录' : `${subjects.toLocaleString('zh-CN')} 家`),
  },
  { key: 'sample', head: '抽取', num: true, nowrap: true, stacked: '抽取', cell: ({ sample }) => `${sample.toLocaleString('zh-CN')} 家` },
  { key: 'status', head: '状态', nowrap: true, stacked: '状态', cell: ({ status }) => <DrawMark status={status} /> },
  {
    key: 'check',
    head: '复算',
    nowrap: true,
    stacked: '复算',
    cell: sayCheck,
  },
  {
    key: 'at',
    head: '日期',
    nowrap: true,
    stacked: '日期',
    cell: (row) => {
      const at = latest(row);
      return at ? <time dateTime={at.toISOString()}>{dayWords(at, now)}</time> : '';
    },
  },
];

function Rows({ list, choices, query }: Props) {
  const { rows, found, page, pages } = list;
  if (rows.length === 0)
    return (
      <EmptyState title="没有符合条件的抽取。" ways={isFiltered(query) || page > 1 ? [{ href: '/draws', label: '看全部抽取' }] : []} />
    );
  const from = (page - 1) * drawsOnPage + 1;
  return (
    <>
      <DataTable
        label="抽取"
        look="rows"
        columns={columnsOf(new Date(choices.now))}
        rows={rows}
        rowKey={({ district, year, serial }) => `${district} ${year} ${serial}`}
      />
      <Pager
        {...{ noun: '次', from, to: from + rows.length - 1, total: found, page, pages }}
        previous={page > 1 ? hrefOf({ ...query, page: page - 1 }) : undefined}
        next={page < pages ? hrefOf({ ...query, page: page + 1 }) : undefined}
      />
    </>
  );
}

/** Every draw from the moment its pool is frozen, the void ones among them: who draws, of how many, and how far it is. */
export function PublicDrawList(props: Props) {
  return (
    <>
      <PageHead title="抽取公开" note="双随机抽取：先冻结名单，后产生种子，任何人都能复算">
        <a className={buttonClass()} href="/draws/method">
          抽取方法
        </a>
        <a className={buttonClass()} href="/draws/statistics">
          各单位统计
        </a>
      </PageHead>
      <Section title={`抽取 ${props.list.found} 次`} end="名单冻结后即公开，作废的永久公开" id="list">
        <Filters {...props} />
        <Rows {...props} />
      </Section>
    </>
  );
}
