import { exclusionWords, replacementWords, voidWords } from '#domain/draw/words.ts';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { SavedFilters } from '#ui/saved-filters.tsx';
import { Section } from '#ui/section.tsx';
import type { AgencyFigures, DrawStatistics } from '../queries/load-statistics.ts';
import { drawsHref } from './addresses.ts';

type Counts = Readonly<Record<string, number>>;
const sumOf = (counts: Counts) => Object.values(counts).reduce((sum, n) => sum + n, 0);

/** A share with the number it is of: 12.5%（n＝16）. */
const sayShare = (part: number, whole: number) => (whole === 0 ? 'n＝0' : `${((100 * part) / whole).toFixed(1)}%（n＝${whole}）`);

function Reasons({ counts, words }: { counts: Counts; words: Readonly<Record<string, string>> }) {
  const told = Object.entries(counts).map(([name, n]) => `${words[name] ?? name} ${n}`);
  return told.length > 0 ? <span className="m">{told.join('，')}</span> : null;
}

function Draws({ row, year }: { row: AgencyFigures; year: number }) {
  const all = row.draws + row.registered;
  if (all === 0) return '0 次';
  return (
    <>
      <a href={drawsHref({ district: row.district, agency: row.code, year })}>{all} 次</a>
      <span className="m">
        可复算 {row.draws}，登记 {row.registered}
      </span>
    </>
  );
}

function Excluded({ row: { excluded, candidates, draws } }: { row: AgencyFigures }) {
  const all = sumOf(excluded);
  if (draws === 0) return '—';
  return (
    <>
      {all} 家<span className="m">{sayShare(all, all + candidates)}</span>
      <Reasons counts={excluded} words={exclusionWords} />
    </>
  );
}

function Voids({ row: { district, code, voids }, year }: { row: AgencyFigures; year: number }) {
  const all = sumOf(voids);
  if (all === 0) return '0 次';
  return (
    <>
      <a href={drawsHref({ district, agency: code, year, status: 'void' })}>{all} 次</a>
      <Reasons counts={voids} words={voidWords} />
    </>
  );
}

function Failed({ row: { failedRounds, withheld } }: { row: AgencyFigures }) {
  return (
    <>
      {failedRounds} 轮
      <Reasons counts={withheld} words={{}} />
    </>
  );
}

function Replaced({ row: { replaced, drawn } }: { row: AgencyFigures }) {
  const all = sumOf(replaced);
  return (
    <>
      {all} 家<span className="m">{sayShare(all, drawn)}</span>
      <Reasons counts={replaced} words={replacementWords} />
    </>
  );
}

function NotDrawn({ row: { visits, covered, fromDraws } }: { row: AgencyFigures }) {
  const due = visits - covered;
  return (
    <>
      {due - fromDraws} 件<span className="m">{sayShare(due - fromDraws, due)}</span>
      {covered > 0 ? <span className="m">另有特殊领域全覆盖 {covered} 件</span> : null}
    </>
  );
}

const columnsOf = (year: number): Column<AgencyFigures>[] => [
  { key: 'name', head: '单位', rowHead: true, nowrap: true, cell: ({ name }) => name },
  { key: 'draws', head: '抽取', stacked: '抽取', nowrap: true, cell: (row) => <Draws row={row} year={year} /> },
  { key: 'excluded', head: '排除的企业', stacked: '排除的企业', cell: (row) => <Excluded row={row} /> },
  { key: 'voids', head: '作废', stacked: '作废', cell: (row) => <Voids row={row} year={year} /> },
  { key: 'failed', head: '未成的轮次', stacked: '未成的轮次', cell: (row) => <Failed row={row} /> },
  { key: 'replaced', head: '递补', stacked: '递补', cell: (row) => <Replaced row={row} /> },
  { key: 'notDrawn', head: '未经抽取的入企', stacked: '未经抽取的入企', cell: (row) => <NotDrawn row={row} /> },
];

function Notes() {
  return (
    <Section title="怎样数的">
      <ul className="list-disc pl-6 text-sm">
        <li>按牵头单位、按抽取的年度数；准备中的不数。“登记”是启用抽取规程以前录入的结果，不能复算，也没有排除记录。</li>
        <li>排除的比例，以候选和排除之和为 n；一次抽几项的，候选每家数一次，排除每项数一次。</li>
        <li>未成的轮次后面写的，是没有按期承诺或揭示的一方。</li>
        <li>递补的比例，以抽中的（含递补进来的）为 n。</li>
        <li>未经抽取的入企，只数已备案的年度抽查和专项抽查；特殊领域全覆盖不需要抽取，不在 n 内。</li>
      </ul>
    </Section>
  );
}

/** What each agency drew in a year, whom it left out, what became void, who withheld, and which visits did not come from a draw. */
export function StatisticsPage({ statistics: { year, years, rows } }: { statistics: DrawStatistics }) {
  const districts = [...new Map(rows.map(({ district, districtName }) => [district, districtName]))];
  const all = years.includes(year) ? years : [year, ...years];
  return (
    <>
      <PageHead crumb={{ href: '/draws', label: '抽取公开', here: '各单位抽取情况' }} title={`${year} 年各单位抽取情况`}>
        <a className={buttonClass()} href={`/draws/statistics/statistics.csv?year=${year}`}>
          下载表格
        </a>
      </PageHead>
      <SavedFilters
        label="年度"
        items={all.map((each) => ({ href: `/draws/statistics?year=${each}`, label: `${each} 年`, current: each === year }))}
      />
      {rows.length === 0 ? <EmptyState title="这一年没有抽取，也没有入企。" ways={[{ href: '/draws', label: '看全部抽取' }]} /> : null}
      {districts.map(([code, name]) => (
        <Section key={code} className="mb-8" title={name}>
          <DataTable
            label={`${name}各单位抽取情况`}
            look="rows"
            columns={columnsOf(year)}
            rows={rows.filter(({ district }) => district === code)}
            rowKey={(row) => row.code}
          />
        </Section>
      ))}
      <Notes />
    </>
  );
}
