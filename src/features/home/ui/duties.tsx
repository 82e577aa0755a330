import { buttonClass } from '#ui/button.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Section } from '#ui/section.tsx';
import { Status } from '#ui/status.tsx';
import { dayWords } from '#ui/words.ts';
import type { DutyNeed } from '../queries/duties-sql.ts';
import type { Duty } from '../queries/load-duties.ts';

/** What it is called, the one verb, where the list of them is, and where a single one is (the list where there is no page for one). */
type Words = { readonly what: string; readonly verb: string; readonly list: string; readonly one?: (id: string) => string };

const filing = (id: string) => `/filings/${id}`;
const findings = (id: string) => `/filings/${id}/findings`;
const emergency = (id: string) => `/emergencies/${id}`;
const batch = (id: string) => `/filings/batches/${id}`;

const words: Readonly<Record<DutyNeed, Words>> = {
  takeMessage: { what: '岗位消息待接手', verb: '接手', list: '/inbox?view=role' },
  decideAmendment: { what: '备案变更待处理', verb: '处理', list: '/filings', one: (id) => `/filings/${id}/amendments` },
  ringTerritory: { what: '属地未签收，一天内入企', verb: '联系属地', list: '/filings', one: filing },
  answerDoor: { what: '企业现场反映待答复', verb: '答复', list: '/feedback' },
  handleAlert: { what: '监督提醒待处理', verb: '处理', list: '/alerts' },
  callBack: { what: '不满意评价待回访', verb: '回访', list: '/feedback', one: (id) => `/feedback/${id}` },
  chaseSupplement: { what: '紧急备案逾期未补报', verb: '催报', list: '/emergencies', one: emergency },
  resend: { what: '短信、邮件没有发出', verb: '重发', list: '/outbox' },
  approveAmendment: { what: '备案变更待批准', verb: '批准', list: '/filings', one: (id) => `/filings/${id}/amendments` },
  approveBatch: { what: '批量备案待批准', verb: '批准', list: '/filings/batches', one: batch },
  approveSupplement: { what: '紧急备案补报待批准', verb: '批准', list: '/emergencies', one: emergency },
  sendBatch: { what: '批量备案草稿', verb: '继续填', list: '/filings/batches', one: batch },
  writeSupplement: { what: '紧急备案待补报', verb: '补报', list: '/emergencies', one: emergency },
  recordFindings: { what: '检查结果待记录', verb: '记录', list: '/findings', one: findings },
  issueLetter: { what: '结果告知书待出具', verb: '出具', list: '/findings?view=issue', one: findings },
  publishLetter: { what: '检查结果待公示', verb: '公示', list: '/findings?view=publish', one: findings },
  recheck: { what: '企业已报整改，待复查', verb: '复查', list: '/findings?view=rectify', one: findings },
  chaseOrder: { what: '整改到期，企业未报', verb: '跟进', list: '/findings?view=rectify', one: findings },
  receiveCase: { what: '移送来的检查结果', verb: '查看', list: '/findings?view=received' },
};

function hrefOf({ need, count, id }: Duty): string {
  const { list, one } = words[need];
  return one && (count === 1 || list === '/filings') ? one(id) : list;
}

function Due({ due, now }: { due: Date | null; now: Date }) {
  if (!due) return <Status look="later">不限时</Status>;
  if (due < now) return <Status look="late">{dayWords(due, now)}，已过</Status>;
  return <Status look={due.getTime() - now.getTime() < 24 * 60 * 60 * 1000 ? 'due' : 'later'}>{dayWords(due, now)}</Status>;
}

function columnsAt(now: Date): Column<Duty>[] {
  return [
    { key: 'due', head: '时限', nowrap: true, cell: ({ due }) => <Due due={due} now={now} /> },
    {
      key: 'what',
      head: '事项',
      rowHead: true,
      cell: (duty) => (
        <a href={hrefOf(duty)}>
          {words[duty.need].what} {duty.count} 件
        </a>
      ),
    },
    { key: 'first', head: '最早一件', cell: ({ name }) => name },
    {
      key: 'verb',
      head: '操作',
      hideHead: true,
      num: true,
      cell: (duty) => (
        <a className={buttonClass({ small: true })} href={hrefOf(duty)}>
          {words[duty.need].verb}
          <span className="vh">：{words[duty.need].what}</span>
        </a>
      ),
    },
  ];
}

/** What else needs the reader now, kind by kind; nothing where nothing does. */
export function Duties({ duties, now }: { duties: readonly Duty[]; now: Date }) {
  if (duties.length === 0) return null;
  const all = duties.reduce((sum, { count }) => sum + count, 0);
  return (
    <Section title={`入企检查的待办 ${all} 件`}>
      <DataTable label="入企检查的待办" look="rows mid" columns={columnsAt(now)} rows={duties} rowKey={({ need }) => need} />
    </Section>
  );
}
