import { daysBetween } from '#domain/calendar/local-day.ts';
import { titleOfRule } from '#domain/inspection/entry-rules.ts';
import { type RuleId, ruleIds } from '#domain/law/verdict.ts';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Figures } from '#ui/figures.tsx';
import { MonthStrip, type StripDay } from '#ui/month-strip.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { dayWords } from '#ui/words.ts';
import type { AgencyRefusals, HeldTask, OfficeHome, OfficeSums } from '../queries/load-office-home.ts';
import { OfficeDeclarationTasks } from './declaration-tasks.tsx';
import { DrawTasks } from './draw-tasks.tsx';
import { Duties } from './duties.tsx';
import { todayNote, todayTitle } from './today-words.ts';

function Due({ dueDay, today }: { dueDay: string; today: string }) {
  const left = daysBetween(today, dueDay);
  if (left < 0) return <Status look="late">逾期 {-left} 天，报主任</Status>;
  return left === 0 ? <Status look="due">今日到期</Status> : <Status look="later">剩 {left} 天</Status>;
}

const taskColumns = (now: Date, today: string): Column<HeldTask>[] => [
  { key: 'due', head: '时限', nowrap: true, cell: ({ dueDay }) => <Due dueDay={dueDay} today={today} /> },
  {
    key: 'what',
    head: '事项',
    rowHead: true,
    cell: ({ id, enterprise, startsAt }) => (
      <a href={`/filings/${id}`}>
        {enterprise}，{dayWords(startsAt, now)}
      </a>
    ),
  },
  { key: 'agency', head: '来自', nowrap: true, cell: ({ agency }) => agency },
  { key: 'why', head: '缘由', cell: ({ reasons }) => reasons.join('；') },
  {
    key: 'verb',
    head: '操作',
    hideHead: true,
    num: true,
    cell: ({ id, enterprise }) => (
      <a className={buttonClass({ small: true })} href={`/filings/${id}`}>
        处理<span className="vh">{enterprise}</span>
      </a>
    ),
  },
];

const percent = (part: number, whole: number) => (whole > 0 ? `${((part / whole) * 100).toFixed(1)}%` : '0%');

function figuresOf(sums: OfficeSums) {
  return [
    { label: '备案', value: String(sums.filings), unit: '件', href: '/filings', base: `${sums.agencies} 个单位` },
    { label: '联合检查', value: String(sums.joint), unit: '件', base: `占 ${sums.filings} 件的 ${percent(sums.joint, sums.filings)}` },
    { label: '不予备案', value: String(sums.refusals), unit: '次', href: '/refusals', base: '按规则和单位计数' },
    { label: '例外', value: String(sums.exempt), unit: '件', base: `占 ${sums.filings} 件的 ${percent(sums.exempt, sums.filings)}` },
    { label: '待处理', value: String(sums.held), unit: '件', href: '/filings?status=held', base: '不处理不等于同意' },
  ];
}

const isRule = (word: string): word is RuleId => ruleIds.some((id) => id === word);

const refusalColumns: Column<AgencyRefusals>[] = [
  { key: 'agency', head: '单位', rowHead: true, cell: ({ agency }) => agency },
  { key: 'rule', head: '规则', cell: ({ rule }) => (isRule(rule) ? titleOfRule(rule) : rule) },
  { key: 'n', head: '次数', num: true, cell: ({ refusals }) => refusals },
];

const restWords = { quiet: '静', rest: '休', open: '0 户' } as const;

function stripOf({ today, perDay }: OfficeHome): StripDay[] {
  return today.month.map(({ day, look }) => {
    const filings = perDay.get(day) ?? 0;
    const number = Number(day.slice(8));
    const link = { href: `/filings?from=${day}&to=${day}`, label: `${Number(day.slice(5, 7))}月${number}日，备案 ${filings} 户次` };
    return {
      number,
      look,
      note: filings > 0 ? `${filings} 户` : restWords[look],
      today: day === today.day,
      ...(filings > 0 ? { link } : {}),
    };
  });
}

function Tasks({ tasks, today }: OfficeHome) {
  return (
    <Section title={`待办 ${tasks.length} 件`}>
      {tasks.length > 0 ? (
        <DataTable label="待办表" look="rows mid" columns={taskColumns(today.now, today.day)} rows={tasks} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title="没有待处理的备案。" />
      )}
    </Section>
  );
}

function Refused({ refusals }: OfficeHome) {
  return (
    <Section title="不予备案最多的单位和规则" end={<a href="/refusals">全部</a>}>
      {refusals.length > 0 ? (
        <DataTable label="不予备案" look="fit" columns={refusalColumns} rows={refusals} rowKey={({ agency, rule }) => agency + rule} />
      ) : (
        <EmptyState title="本年没有不予备案。" />
      )}
    </Section>
  );
}

function Joint({ proposals }: OfficeHome) {
  if (proposals === 0) return null;
  return (
    <Section title={`联合检查 ${proposals} 户待合并`} end={<a href="/drawing/joint">全部</a>}>
      <p>
        {proposals} 户企业被几个单位抽中，时间相交，可以合并为一次入企。
        <a className={buttonClass({ small: true })} href="/drawing/joint">
          查看并合并
        </a>
      </p>
    </Section>
  );
}

/** The office's start page. */
export function OfficeHomePage({ home }: { home: OfficeHome }) {
  const { today } = home;
  const open = today.month.filter(({ look }) => look === 'open').length;
  return (
    <>
      <PageHead title={todayTitle(today)} note={`${todayNote(today)}本月可入企 ${open} 个工作日。`} />
      <div className="stack">
        <MonthStrip label="本月日历与备案户次" days={stripOf(home)} />
        <Tasks {...home} />
        <Duties duties={home.duties} now={today.now} />
        <DrawTasks tasks={home.draws} now={today.now} />
        <Joint {...home} />
        <OfficeDeclarationTasks tasks={home.declarations} today={today.day} />
        <Section title={`本年 ${today.day.slice(0, 4)}`}>
          <Figures items={figuresOf(home.sums)} />
        </Section>
        <Refused {...home} />
      </div>
    </>
  );
}
