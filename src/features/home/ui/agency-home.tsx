import { DrawnTable } from '#features/filing/ui/drawn-table.tsx';
import { FilingStatusMark } from '#features/filing/ui/status-mark.tsx';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { EmptyState } from '#ui/empty-state.tsx';
import { Figures } from '#ui/figures.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { dayWords, momentWords, timeWords } from '#ui/words.ts';
import type { AgencyHome, AgencyTask, Coming, EntryLeft, Sums } from '../queries/load-agency-home.ts';
import { AgencyDeclarationTasks } from './declaration-tasks.tsx';
import { DrawTasks } from './draw-tasks.tsx';
import { Duties } from './duties.tsx';
import { todayNote, todayTitle } from './today-words.ts';

const nextSteps: Readonly<Record<string, { step: string; verb: string }>> = {
  draft: { step: '填完后送分管负责人批准', verb: '继续填' },
  submitted: { step: '待分管负责人批准', verb: '查看' },
  held: { step: '办公室处理中', verb: '查看' },
  returned: { step: '按意见修改后重新送批', verb: '修改' },
};

const hrefOf = ({ type, id }: AgencyTask) => (type === 'draft' ? `/filings/drafts/${id}` : `/filings/${id}`);

function Verb({ task, isHead }: { task: AgencyTask; isHead: boolean }) {
  return (
    <a className={buttonClass({ small: true })} href={hrefOf(task)}>
      {isHead && task.type === 'submitted' ? '批准' : nextSteps[task.type]?.verb}
      <span className="vh">{task.enterprise}</span>
    </a>
  );
}

function taskColumns(now: Date, isHead: boolean): Column<AgencyTask>[] {
  return [
    { key: 'at', head: '时间', nowrap: true, cell: ({ at }) => momentWords(at, now) },
    {
      key: 'what',
      head: '事项',
      rowHead: true,
      cell: (task) => (
        <a href={hrefOf(task)}>
          {task.enterprise}
          {task.startsAt ? `，${dayWords(task.startsAt, now)}` : ''}
        </a>
      ),
    },
    {
      key: 'status',
      head: '状态',
      nowrap: true,
      cell: ({ type }) => (type === 'draft' ? <Status look="draft">草稿</Status> : <FilingStatusMark status={type} />),
    },
    {
      key: 'next',
      head: '下一步',
      cell: ({ type, remark }) => (isHead && type === 'submitted' ? '核对后批准或退回' : remark || nextSteps[type]?.step),
    },
    { key: 'verb', head: '操作', hideHead: true, num: true, cell: (task) => <Verb task={task} isHead={isHead} /> },
  ];
}

function Tasks({ home }: { home: AgencyHome }) {
  const mine = home.isHead ? home.tasks.filter(({ type }) => type === 'submitted') : home.tasks;
  return (
    <Section title={`待办 ${mine.length} 件`}>
      {mine.length > 0 ? (
        <DataTable label="待办表" look="rows mid" columns={taskColumns(home.today.now, home.isHead)} rows={mine} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title="没有待办。" />
      )}
    </Section>
  );
}

function Drawn({ home: { drawn, isHead } }: { home: AgencyHome }) {
  if (drawn.total === 0) return null;
  return (
    <Section title={`待备案 ${drawn.total} 户次`} end={<a href="/filings/drawn">全部待备案</a>}>
      <DrawnTable rows={drawn.rows} today={drawn.today} canFile={!isHead} />
    </Section>
  );
}

function figuresOf(sums: Sums) {
  const share = sums.filings > 0 ? ((sums.joint / sums.filings) * 100).toFixed(1) : '0';
  return [
    { label: '备案', value: String(sums.filings), unit: '件', href: '/filings', base: `全区县 ${sums.district} 件` },
    { label: '联合检查', value: String(sums.joint), unit: '件', base: `占 ${sums.filings} 件的 ${share}%` },
    { label: '不予备案', value: String(sums.refusals), unit: '次', href: '/refusals', base: '每次都留有理由' },
    { label: '计划余量', value: String(sums.places), unit: '家', base: `${sums.entries} 个计划项` },
  ];
}

const comingColumns = (now: Date): Column<Coming>[] => [
  { key: 'when', head: '时间', nowrap: true, cell: ({ startsAt }) => `${dayWords(startsAt, now)} ${timeWords(startsAt)}` },
  { key: 'enterprise', head: '企业', rowHead: true, cell: ({ id, enterprise }) => <a href={`/filings/${id}`}>{enterprise}</a> },
  { key: 'people', head: '人员', cell: ({ people }) => people },
  { key: 'status', head: '状态', nowrap: true, cell: ({ status }) => <FilingStatusMark status={status} /> },
];

const entryColumns: Column<EntryLeft>[] = [
  {
    key: 'title',
    head: '计划项',
    rowHead: true,
    cell: ({ no, title }) => (
      <>
        {title}
        <span className="m">{no}</span>
      </>
    ),
  },
  { key: 'quota', head: '计划', num: true, cell: ({ quota }) => quota },
  { key: 'left', head: '余', num: true, cell: ({ left }) => left },
  { key: 'to', head: '到期', nowrap: true, cell: ({ toDay }) => toDay },
];

function Ahead({ home }: { home: AgencyHome }) {
  return (
    <Section className="c7" title={`已备案、将入企 ${home.coming.length} 户次`} end={<a href="/filings">全部</a>}>
      {home.coming.length > 0 ? (
        <DataTable label="将入企" look="rows" columns={comingColumns(home.today.now)} rows={home.coming} rowKey={({ id }) => id} />
      ) : (
        <EmptyState title="近期没有入企安排。" />
      )}
    </Section>
  );
}

function Left({ home }: { home: AgencyHome }) {
  return (
    <Section className="c5" title="计划余量">
      {home.entries.length > 0 ? (
        <DataTable label="计划余量" look="fit" columns={entryColumns} rows={home.entries} rowKey={({ no }) => no} />
      ) : (
        <EmptyState title="近两个月没有计划项。" />
      )}
    </Section>
  );
}

/** An agency's start page: what needs me now, then numbers, then lists. */
export function AgencyHomePage({ home }: { home: AgencyHome }) {
  return (
    <>
      <PageHead title={todayTitle(home.today)} note={todayNote(home.today)}>
        {home.isHead ? null : (
          <a className={buttonClass({ look: 'primary' })} href="/filings/new">
            新建备案
          </a>
        )}
      </PageHead>
      <div className="stack">
        <Tasks home={home} />
        <Duties duties={home.duties} now={home.today.now} />
        <DrawTasks tasks={home.draws} now={home.today.now} />
        <Drawn home={home} />
        <AgencyDeclarationTasks tasks={home.declarations} today={home.today.day} isHead={home.isHead} />
        <Section title={`本单位 ${home.today.day.slice(0, 4)} 年`}>
          <Figures items={figuresOf(home.sums)} />
        </Section>
        <div className="g">
          <Ahead home={home} />
          <Left home={home} />
        </div>
      </div>
    </>
  );
}
