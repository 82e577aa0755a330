import 'server-only';
import { kindWords, methodWords } from '#domain/inspection/words.ts';
import { saySource } from '#domain/plan/plan-item.ts';
import { writeCsv } from '#platform/csv.ts';
import type { PlanHead, PublishedEntry } from '../queries/load-plan.ts';
import type { WholePlan } from '../queries/load-plan-page.ts';

type Cell = string | number | null;
type Column = readonly [head: string, cell: (entry: PublishedEntry, head: PlanHead) => Cell];

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const joined = (texts: readonly string[]) => texts.join('；');
const named = ({ parties }: PublishedEntry, lead: boolean) =>
  joined(parties.filter(({ isLead }) => isLead === lead).map(({ name }) => name));

const columns: readonly Column[] = [
  ['区划代码', (_, { district }) => district],
  ['年度', (_, { year }) => year],
  ['版次', (_, { version }) => version],
  ['编号', ({ no }) => no],
  ['名称', ({ title }) => title],
  ['类别', ({ kind }) => kindWords[kind]],
  ['方式', ({ form }) => methodWords[form]],
  ['牵头单位', (entry) => named(entry, true)],
  ['参加单位', (entry) => named(entry, false)],
  ['事项代码', ({ details }) => joined(details.map(({ code }) => code))],
  ['事项', ({ details }) => joined(details.map(({ name }) => name))],
  ['依据', ({ details }) => joined(details.map(({ instrument, article }) => `《${instrument}》${article}`))],
  ['开始日期', ({ fromDay }) => fromDay],
  ['结束日期', ({ toDay }) => toDay],
  ...months.map((month): Column => [`${month}月户数`, (entry) => entry.months.find((one) => one.month === month)?.quota ?? null]),
  ['计划户数', ({ quota }) => quota],
  ['余量', ({ left }) => left],
  ['全覆盖', ({ fullCoverage }) => (fullCoverage ? '是' : '否')],
  ['对象', ({ poolLabel }) => poolLabel],
  ['任务来源', ({ source }) => saySource(source)],
  ['批准文件', ({ approvalDocument }) => approvalDocument],
  ['抽取', ({ drawNo, fullCoverage }) => drawNo ?? (fullCoverage ? '不抽取' : '未抽取')],
];

/** A whole version as a table, one entry a row. */
export function writePlanCsv({ head, entries }: WholePlan): string {
  return writeCsv(
    columns.map(([title]) => title),
    entries.map((entry) => columns.map(([, cell]) => cell(entry, head))),
  );
}
