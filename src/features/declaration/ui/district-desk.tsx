import type { ReactNode } from 'react';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Figures } from '#ui/figures.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { SavedFilters } from '#ui/saved-filters.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import type { AgencyDeclarations, DeclarationRow, DistrictDesk } from '../queries/list-declarations.ts';
import { sayNumber } from './agency-desk.tsx';
import { DueMark } from './due-mark.tsx';
import { DeclarationStatusMark } from './status-mark.tsx';

/** One row: an agency with one of its declarations, or with none. */
type Row = { readonly key: string; readonly agency: string; readonly declaration: DeclarationRow | null };

const rowsOf = ({ code, shortName, declarations }: AgencyDeclarations): Row[] =>
  declarations.length === 0
    ? [{ key: code, agency: shortName, declaration: null }]
    : declarations.map((declaration) => ({ key: declaration.id, agency: shortName, declaration }));

const hasDeclared = ({ declarations }: AgencyDeclarations) =>
  declarations.some(({ kind, approvedAt }) => kind === 'annual' && approvedAt !== null);

function Standing({ declaration, isLate }: { declaration: DeclarationRow | null; isLate: boolean }) {
  if (declaration?.approvedAt) return <DeclarationStatusMark status={declaration.status} />;
  const words = declaration === null ? '未开始' : declaration.status === 'submitted' ? '待单位负责人批准' : '单位填报中';
  return <Status look={isLate ? 'late' : declaration === null ? 'unrated' : 'draft'}>{isLate ? `逾期，${words}` : words}</Status>;
}

function Which({ declaration }: Pick<Row, 'declaration'>) {
  if (!declaration) return '无';
  if (!declaration.approvedAt) return sayNumber(declaration);
  return <a href={`/declarations/${declaration.id}`}>{sayNumber(declaration)}</a>;
}

function columnsOf({ now, due, today, isSettled }: DistrictDesk): Column<Row>[] {
  const isLate = today > due && !isSettled;
  const ofSent = (pick: (row: DeclarationRow) => ReactNode, otherwise = '') => {
    return ({ declaration }: Row) => (declaration?.approvedAt ? pick(declaration) : otherwise);
  };
  const at = ofSent(({ approvedAt }) => approvedAt && momentWords(approvedAt, now), '未报');
  const standing = ({ declaration }: Row) => <Standing declaration={declaration} isLate={isLate && declaration?.kind !== 'special'} />;
  return [
    { key: 'agency', head: '单位', rowHead: true, nowrap: true, cell: ({ agency }) => agency },
    { key: 'which', head: '申报', nowrap: true, cell: (row) => <Which declaration={row.declaration} /> },
    { key: 'status', head: '状态', nowrap: true, cell: standing },
    { key: 'at', head: '报来', nowrap: true, stacked: '报来', cell: at },
    { key: 'lines', head: '行数', num: true, stacked: '行数', cell: ofSent(({ lines }) => lines) },
    { key: 'open', head: '未审', num: true, stacked: '未审', cell: ofSent(({ unreviewed }) => unreviewed) },
    { key: 'back', head: '退回待改', num: true, stacked: '退回待改', cell: ofSent(({ returned }) => returned) },
  ];
}

function Sums({ desk }: { desk: DistrictDesk }) {
  const declared = desk.agencies.filter(hasDeclared).length;
  const sent = desk.agencies.flatMap(({ declarations }) => declarations).filter(({ approvedAt }) => approvedAt !== null);
  const sum = (pick: (row: DeclarationRow) => number) => sent.reduce((total, row) => total + pick(row), 0);
  const all = desk.agencies.length;
  return (
    <Figures
      items={[
        { label: '已报单位', value: String(declared), unit: '个', base: `应报 ${all} 个，还差 ${all - declared} 个` },
        { label: '申报行', value: String(sum(({ lines }) => lines)), unit: '行', base: `${sent.length} 份申报` },
        {
          label: '未审',
          value: String(sum(({ unreviewed }) => unreviewed)),
          unit: '行',
          href: `/review/${desk.year}`,
          base: '到审核台办理',
        },
        { label: '退回待改', value: String(sum(({ returned }) => returned)), unit: '行', base: '等单位重报' },
      ]}
    />
  );
}

/** Which agencies of the district have declared a year and which have not. */
export function DistrictDeclarations({ desk }: { desk: DistrictDesk }) {
  const isDone = desk.isSettled || desk.agencies.every(hasDeclared);
  const items = desk.years.map((year) => ({ href: `/declarations?year=${year}`, label: `${year} 年`, current: year === desk.year }));
  return (
    <>
      <PageHead title={`${desk.year} 年计划申报`} note={<DueMark due={desk.due} today={desk.today} isDone={isDone} />}>
        <a className={buttonClass({ look: 'primary' })} href={`/review/${desk.year}`}>
          到审核台审核
        </a>
      </PageHead>
      <SavedFilters label="年度" items={items} />
      <div className="stack">
        <Sums desk={desk} />
        <Section title="各单位申报">
          <DataTable
            label="各单位申报"
            look="rows"
            columns={columnsOf(desk)}
            rows={desk.agencies.flatMap(rowsOf)}
            rowKey={({ key }) => key}
          />
        </Section>
      </div>
    </>
  );
}
