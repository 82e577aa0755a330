import { yearOf } from '#domain/calendar/local-day.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredText } from '#ui/answered-field.tsx';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Fold } from '#ui/fold.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { momentWords } from '#ui/words.ts';
import { beginDeclarationAction } from '../actions.ts';
import type { AgencyDesk, DeclarationRow, DeclarationYear } from '../queries/list-declarations.ts';
import { DueMark } from './due-mark.tsx';
import { DeclarationStatusMark } from './status-mark.tsx';

type Role = AgencyDesk['role'];

/** What the reader has to do with a declaration now, and the verb for it. */
export function nextOf({ status, lines, returned, unreviewed }: DeclarationRow, role: Role): { step: string; verb: string } {
  if (status === 'draft') return { step: '填完后送分管负责人批准', verb: role === 'filer' ? '继续填' : '查看' };
  if (status === 'returned')
    return { step: returned > 0 ? `${returned} 行按意见修改后重新送批` : '修改后重新送批', verb: role === 'filer' ? '修改' : '查看' };
  if (status === 'submitted') return { step: '分管负责人核对后批准或退回', verb: role === 'head' ? '批准' : '查看' };
  return { step: unreviewed > 0 ? `办公室审核中，${unreviewed} 行未审` : lines > 0 ? '办公室已审完' : '零申报', verb: '查看' };
}

/** 年度计划，第 2 份; 专项计划，第 1 份. */
export const sayNumber = ({ kind, no }: Pick<DeclarationRow, 'kind' | 'no'>) =>
  `${kind === 'special' ? '专项计划' : '年度计划'}，第 ${no} 份`;

/** 2027 年度计划，第 1 份; 2027 年专项计划，第 2 份. */
const nameOf = (row: DeclarationRow) => `${row.year} ${row.kind === 'special' ? '年' : ''}${sayNumber(row)}`;

function Verb({ row, role }: { row: DeclarationRow; role: Role }) {
  return (
    <a className={buttonClass({ small: true })} href={`/declarations/${row.id}`}>
      {nextOf(row, role).verb}
      <span className="vh">{nameOf(row)}</span>
    </a>
  );
}

function columnsAt(now: Date, role: Role): Column<DeclarationRow>[] {
  const sent = ({ approvedAt }: DeclarationRow) => (approvedAt ? momentWords(approvedAt, now) : '未报');
  return [
    { key: 'no', head: '申报', rowHead: true, nowrap: true, cell: (row) => <a href={`/declarations/${row.id}`}>{nameOf(row)}</a> },
    { key: 'status', head: '状态', nowrap: true, cell: ({ status }) => <DeclarationStatusMark status={status} /> },
    { key: 'lines', head: '行数', num: true, stacked: '行数', cell: ({ lines }) => lines },
    { key: 'sent', head: '报办公室', nowrap: true, stacked: '报办公室', cell: sent },
    { key: 'next', head: '下一步', cell: (row) => nextOf(row, role).step },
    { key: 'verb', head: '操作', hideHead: true, num: true, cell: (row) => <Verb row={row} role={role} /> },
  ];
}

function Begin({ year, verb, primary }: { year: number; verb: string; primary: boolean }) {
  return (
    <ActionForm action={beginDeclarationAction} errorTitle="没有开始">
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="kind" value="annual" />
      <SubmitButton pending="正在打开" look={primary ? 'primary' : 'plain'}>
        {verb}
      </SubmitButton>
    </ActionForm>
  );
}

function BeginSpecial({ year }: { year: number }) {
  return (
    <Fold summary={`另报 ${year} 年专项检查计划`}>
      <ActionForm action={beginDeclarationAction} className="stack close" errorTitle="没有开始">
        <input type="hidden" name="year" value={year} />
        <input type="hidden" name="kind" value="special" />
        <AnsweredText
          label="批准文件"
          name="approvalDocument"
          id={`approvalDocument-${year}`}
          width="m"
          maxLength={100}
          hint="专项计划须有批准文件；现在没有的，送批前补填"
        />
        <SubmitButton pending="正在打开">开始填报专项计划</SubmitButton>
      </ActionForm>
    </Fold>
  );
}

/** What a filer can begin: the year's declaration, or a supplement once all before it were sent on. */
function Beginnings({ year, isFirst }: { year: DeclarationYear; isFirst: boolean }) {
  const annual = year.declarations.filter(({ kind }) => kind === 'annual');
  const isOpen = annual.some(({ status }) => status !== 'approved');
  const isSpecialOpen = year.declarations.some(({ kind, status }) => kind === 'special' && status !== 'approved');
  return (
    <div className="stack list mt-4">
      {isOpen ? null : (
        <Begin
          year={year.year}
          verb={annual.length > 0 || year.isSettled ? `补报 ${year.year} 年计划` : `开始填报 ${year.year} 年计划`}
          primary={isFirst && annual.length === 0 && !year.isSettled}
        />
      )}
      <p>
        <a href={`/declarations/sheets/new?year=${year.year}`}>导入 {year.year} 年申报表</a>
      </p>
      {isSpecialOpen ? null : <BeginSpecial year={year.year} />}
    </div>
  );
}

function Year({ year, desk, isFirst }: { year: DeclarationYear; desk: AgencyDesk; isFirst: boolean }) {
  const isDone = year.declarations.some(({ kind, approvedAt }) => kind === 'annual' && approvedAt !== null);
  const isCurrent = year.year >= yearOf(desk.today);
  return (
    <Section title={`${year.year} 年`} end={<DueMark due={year.due} today={desk.today} isDone={isDone || year.isSettled || !isCurrent} />}>
      {year.declarations.length > 0 ? (
        <DataTable
          label={`${year.year} 年申报`}
          look="rows mid"
          columns={columnsAt(desk.now, desk.role)}
          rows={year.declarations}
          rowKey={({ id }) => id}
        />
      ) : (
        <EmptyState
          title="还没有申报。"
          condition={desk.role === 'head' ? '填报人开始填报后，这里能看到。' : '逐行填写，或导入申报表；送分管负责人批准后报办公室。'}
        />
      )}
      {desk.role === 'filer' && isCurrent ? <Beginnings year={year} isFirst={isFirst} /> : null}
    </Section>
  );
}

/** An agency's declarations by year: where each stands, by when, what to do now. */
export function AgencyDeclarations({ desk }: { desk: AgencyDesk }) {
  return (
    <>
      <PageHead title="计划申报" note="计划公布以前申报，计划外的检查不能入企" />
      <div className="stack">
        {desk.years.map((year, index) => (
          <Year key={year.year} year={year} desk={desk} isFirst={index === 0} />
        ))}
      </div>
    </>
  );
}
