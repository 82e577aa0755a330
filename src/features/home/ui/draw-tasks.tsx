import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { momentWords } from '#ui/words.ts';
import type { DrawNeed, DrawTask } from '../queries/load-draw-tasks.ts';

const steps: Readonly<Record<DrawNeed, { step: string; verb: string }>> = {
  freeze: { step: '核对名单后冻结', verb: '核对名单' },
  answer: { step: '异议待答复', verb: '答复异议' },
  commit: { step: '提交承诺', verb: '提交承诺' },
  reveal: { step: '揭示随机数', verb: '揭示' },
  number: { step: '录入公共号码', verb: '录入号码' },
  run: { step: '各方已揭示，可以抽取', verb: '抽取' },
  publish: { step: '结果已算出，待公布', verb: '公布结果' },
  retry: { step: '有单位未承诺或未揭示，另起一轮或作废', verb: '处理' },
};

function Due({ due, now }: { due: Date | null; now: Date }) {
  if (!due) return <Status look="later">不限时</Status>;
  const words = `${momentWords(due, now)} 前`;
  return <Status look={due < now ? 'late' : 'wait'}>{words}</Status>;
}

function columnsAt(now: Date): Column<DrawTask>[] {
  return [
    { key: 'due', head: '时限', nowrap: true, cell: ({ due }) => <Due due={due} now={now} /> },
    {
      key: 'what',
      head: '抽取',
      rowHead: true,
      cell: ({ id, no, title }) => (
        <>
          <a href={`/drawing/${id}`}>{no ?? '准备中的抽取'}</a>
          <span className="m">{title}</span>
        </>
      ),
    },
    { key: 'agency', head: '单位', nowrap: true, cell: ({ agency }) => agency },
    { key: 'step', head: '下一步', cell: ({ need }) => steps[need].step },
    {
      key: 'verb',
      head: '操作',
      hideHead: true,
      num: true,
      cell: ({ id, no, need, title }) => (
        <a className={buttonClass({ small: true })} href={`/drawing/${id}`}>
          {steps[need].verb}
          <span className="vh">{no ?? title}</span>
        </a>
      ),
    },
  ];
}

/** Draws in which the reader has to act now; nothing where there are none. */
export function DrawTasks({ tasks, now }: { tasks: readonly DrawTask[]; now: Date }) {
  if (tasks.length === 0) return null;
  return (
    <Section title={`抽取 ${tasks.length} 项待办`} end={<a href="/drawing">全部抽取</a>}>
      <DataTable label="抽取待办" look="rows mid" columns={columnsAt(now)} rows={tasks} rowKey={({ id, need }) => id + need} />
    </Section>
  );
}
