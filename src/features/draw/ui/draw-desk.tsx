import Link from 'next/link';
import { isPermitted } from '#domain/access/permissions.ts';
import { type DrawReader, findAct } from '#domain/draw/what-now.ts';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { FilterSelect } from '#ui/filter-field.tsx';
import { FilterForm } from '#ui/filter-form.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Pager } from '#ui/pager.tsx';
import { Section } from '#ui/section.tsx';
import { dayWords } from '#ui/words.ts';
import { drawLabels } from '../labels.ts';
import type { DrawDesk as Desk, DrawRow } from '../queries/list-draws.ts';
import type { DrawFilter } from '../schema.ts';
import { DrawMark } from './status-mark.tsx';
import { actWords, sayAwaited } from './words.ts';

type Props = { readonly desk: Desk; readonly filter: DrawFilter; readonly reader: DrawReader };

function Name({ row }: { row: DrawRow }) {
  const [first] = row.entries;
  const more = row.entries.length > 1 ? `等 ${row.entries.length} 项` : '';
  return (
    <>
      <Link href={`/drawing/${row.id}`} prefetch={false}>
        {row.no ?? `${first?.no ?? ''} 准备中`}
      </Link>
      <span className="m">
        {first?.title}
        {more}
      </span>
    </>
  );
}

const sampleOf = ({ entries }: DrawRow) => entries.reduce((sum, { sample }) => sum + sample, 0);

const columns: readonly Column<DrawRow>[] = [
  { key: 'no', head: '抽取', cell: (row) => <Name row={row} />, rowHead: true },
  { key: 'agency', head: '牵头单位', cell: ({ agency }) => agency, stacked: '牵头单位' },
  { key: 'sample', head: '户数', cell: sampleOf, num: true, stacked: '户数' },
  { key: 'status', head: '状态', cell: ({ status }) => <DrawMark status={status} />, nowrap: true, stacked: '状态' },
];

function NextStep({ row, reader, now }: { row: DrawRow; reader: DrawReader; now: Date }) {
  const act = findAct(row, reader, now);
  if (act === null) return <span className="hint">{sayAwaited(row, now)}</span>;
  return (
    <a className={buttonClass({ small: true, look: 'primary' })} href={`/drawing/${row.id}#now`}>
      {actWords[act]}
    </a>
  );
}

function Open({ desk: { open, now }, reader }: Props) {
  if (open.length === 0) return <EmptyState title="没有进行中的抽取。" />;
  const mine = open.filter((row) => findAct(row, reader, now) !== null);
  const rows = [...mine, ...open.filter((row) => !mine.includes(row))];
  const next: Column<DrawRow> = {
    key: 'next',
    head: '下一步',
    cell: (row) => <NextStep row={row} reader={reader} now={now} />,
    stacked: '下一步',
  };
  return <DataTable label="进行中的抽取" look="rows mid" columns={[...columns, next]} rows={rows} rowKey={({ id }) => id} />;
}

const href = (filter: DrawFilter, page: number) => {
  const words = Object.entries({ ...filter, page }).flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]]));
  return `/drawing?${new URLSearchParams(words)}#over`;
};

function Over({ desk, filter }: Props) {
  const { rows, total, page, pages, size, now } = desk;
  const changed: Column<DrawRow> = {
    key: 'at',
    head: '日期',
    cell: ({ changedAt }) => dayWords(changedAt, now),
    nowrap: true,
    stacked: '日期',
  };
  if (rows.length === 0) return <EmptyState title="没有符合条件的抽取。" />;
  return (
    <>
      <DataTable label="已公布和已作废的抽取" look="rows" columns={[...columns, changed]} rows={rows} rowKey={({ id }) => id} />
      <Pager
        noun="次"
        from={(page - 1) * size + 1}
        to={(page - 1) * size + rows.length}
        total={total}
        page={page}
        pages={pages}
        previous={page > 1 ? href(filter, page - 1) : undefined}
        next={page < pages ? href(filter, page + 1) : undefined}
      />
    </>
  );
}

function Undrawn({ desk: { undrawn }, reader }: Props) {
  const canPrepare = isPermitted(reader.role, 'draw.prepare');
  return (
    <ul className="rows">
      {undrawn.slice(0, 30).map(({ id, no, title, quota, toDay, agencies }) => (
        <li key={id}>
          {canPrepare ? <a href={`/drawing/new?entry=${id}`}>准备抽取 {no}</a> : <span className="nw">{no}</span>}　{title}
          <span className="hint">
            　{agencies[0]?.name}　计划 {quota} 家，{toDay} 前
          </span>
        </li>
      ))}
      {undrawn.length > 30 ? <li className="hint">另有 {undrawn.length - 30} 项</li> : null}
    </ul>
  );
}

const over = (['published', 'void'] as const).map((status) => ({ value: status, label: drawLabels[status].word }));

function Head({ desk, reader }: Props) {
  return (
    <PageHead title="双随机抽取" note={`进行中 ${desk.open.length} 次　待抽 ${desk.undrawn.length} 项`}>
      <a className={buttonClass()} href={`/draws?district=${desk.districtCode}`}>
        看公开的抽取
      </a>
      {isPermitted(reader.role, 'draw.prepare') ? (
        <a className={buttonClass({ look: 'primary' })} href="/drawing/new">
          准备抽取
        </a>
      ) : null}
    </PageHead>
  );
}

function Filters({ desk, filter }: Props) {
  const isFiltered = filter.status !== undefined || filter.year !== undefined;
  const years = [...new Set([...desk.rows.map(({ year }) => year), filter.year ?? desk.now.getFullYear()])].sort();
  const options = years.map((year) => ({ value: String(year), label: `${year} 年` }));
  return (
    <FilterForm action="/drawing" clearHref={isFiltered ? '/drawing' : undefined}>
      <FilterSelect label="状态" name="status" options={over} value={filter.status} />
      <FilterSelect label="年度" name="year" options={options} value={filter.year?.toString()} />
    </FilterForm>
  );
}

/** The desk of draws: what needs me first, entries that still need a draw, then those that are over. */
export function DrawDesk(props: Props) {
  return (
    <>
      <Head {...props} />
      <Section title="进行中">
        <Open {...props} />
      </Section>
      {props.desk.undrawn.length > 0 ? (
        <Section title="还要抽取的计划项" id="undrawn">
          <Undrawn {...props} />
        </Section>
      ) : null}
      <Section title="已公布和已作废" id="over">
        <Filters {...props} />
        <Over {...props} />
      </Section>
    </>
  );
}
