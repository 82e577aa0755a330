import { sayDay } from '#domain/calendar/wording.ts';
import { sayDue } from '#domain/declaration/due.ts';
import type { AgencyDeclarationTask, OfficeDeclarationTask } from '#features/declaration/queries/list-tasks.ts';
import { DeclarationStatusMark } from '#features/declaration/ui/status-mark.tsx';
import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';

const titleOf = ({ year, kind, no }: AgencyDeclarationTask) =>
  `${year} ${kind === 'special' ? '年专项' : '年度'}检查计划${no > 1 ? `，第 ${no} 份` : ''}`;

const stepsOf = (task: AgencyDeclarationTask, isHead: boolean): { step: string; verb: string } => {
  const look = { verb: '查看' };
  if (task.status === 'submitted') return isHead ? { step: '核对后批准或退回', verb: '批准' } : { step: '待分管负责人批准', ...look };
  if (isHead) return { step: '填报人填报中', ...look };
  if (task.status === null) return { step: '开始填报', verb: '开始填报' };
  if (task.status === 'draft') return { step: '填完后送分管负责人批准', verb: '继续填' };
  return { step: task.returned > 0 ? `${task.returned} 行按意见修改后重新送批` : '修改后重新送批', verb: '修改' };
};

const hrefOf = ({ id }: AgencyDeclarationTask) => (id ? `/declarations/${id}` : '/declarations');

function Due({ due, today }: { due: string; today: string }) {
  const words = `${sayDay(due, today)}，${sayDue(due, today)}`;
  return <Status look={due < today ? 'late' : 'later'}>{words}</Status>;
}

function agencyColumns(today: string, isHead: boolean): Column<AgencyDeclarationTask>[] {
  return [
    {
      key: 'due',
      head: '时限',
      nowrap: true,
      cell: ({ kind, due }) => (kind === 'special' ? '随批准文件' : <Due due={due} today={today} />),
    },
    { key: 'what', head: '事项', rowHead: true, cell: (task) => <a href={hrefOf(task)}>{titleOf(task)}</a> },
    {
      key: 'status',
      head: '状态',
      nowrap: true,
      cell: ({ status }) => (status ? <DeclarationStatusMark status={status} /> : <Status look="draft">未开始</Status>),
    },
    { key: 'next', head: '下一步', cell: (task) => stepsOf(task, isHead).step },
    {
      key: 'verb',
      head: '操作',
      hideHead: true,
      num: true,
      cell: (task) => (
        <a className={buttonClass({ small: true })} href={hrefOf(task)}>
          {stepsOf(task, isHead).verb}
          <span className="vh">{titleOf(task)}</span>
        </a>
      ),
    },
  ];
}

type AgencyProps = { tasks: readonly AgencyDeclarationTask[]; today: string; isHead: boolean };

/** What an agency has to do with its declarations now; nothing where there is nothing. */
export function AgencyDeclarationTasks({ tasks, today, isHead }: AgencyProps) {
  if (tasks.length === 0) return null;
  return (
    <Section title={`计划申报 ${tasks.length} 份`} end={<a href="/declarations">全部</a>}>
      <DataTable
        label="计划申报"
        look="rows mid"
        columns={agencyColumns(today, isHead)}
        rows={tasks}
        rowKey={(task) => task.id ?? String(task.year)}
      />
    </Section>
  );
}

const officeColumns = (today: string): Column<OfficeDeclarationTask>[] => [
  { key: 'year', head: '年度', rowHead: true, nowrap: true, cell: ({ year }) => <a href={`/declarations?year=${year}`}>{year} 年</a> },
  {
    key: 'open',
    head: '待审',
    cell: ({ year, declarations, lines }) =>
      lines > 0 ? (
        <a href={`/review/${year}`}>
          {declarations} 份申报，{lines} 行未审
        </a>
      ) : (
        '没有'
      ),
  },
  {
    key: 'late',
    head: '逾期未报',
    cell: ({ late, due }) =>
      late.length > 0 ? (
        <>
          <Status look="late">
            {late.length} 个单位，{sayDue(due, today)}
          </Status>
          <span className="m">{late.join('、')}</span>
        </>
      ) : (
        '没有'
      ),
  },
];

/** What the office has to do with the declarations now; nothing where there is nothing. */
export function OfficeDeclarationTasks({ tasks, today }: { tasks: readonly OfficeDeclarationTask[]; today: string }) {
  if (tasks.length === 0) return null;
  return (
    <Section title="计划申报" end={<a href="/declarations">各单位申报</a>}>
      <DataTable label="计划申报" look="rows" columns={officeColumns(today)} rows={tasks} rowKey={({ year }) => String(year)} />
    </Section>
  );
}
