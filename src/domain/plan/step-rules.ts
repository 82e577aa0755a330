import { doorForms } from '#domain/declaration/line.ts';
import type { InspectionForm, InspectionKind } from '#domain/inspection/kinds.ts';
import type { PolicyValues } from '#domain/law/policy.ts';
import type { LineOutcome, ReviewAction, StepChange } from './review-step.ts';

/** A line as the rules of a step see it. */
export type LineFacts = {
  readonly id: string;
  readonly agency: string;
  readonly matter: string;
  readonly mergeableGroup: string | null;
  readonly kind: InspectionKind;
  readonly outcome: LineOutcome;
  readonly count: number;
  readonly months: readonly number[];
  readonly form: InspectionForm;
  /** Whether its declaration lies with the office; one that was returned lies with the agency until it is sent again. */
  readonly withOffice: boolean;
  readonly returnable: boolean;
  /** Whether a published plan carries it. */
  readonly published: boolean;
};

export type StepFacts = {
  readonly lines: readonly LineFacts[];
  readonly planning: Pick<PolicyValues['planning'], 'agenciesPerVisit' | 'matterMinutes' | 'visitMinutes'>;
};

/** Sentences per field that is wrong; the empty field speaks of the lines. */
export type StepErrors = Readonly<Record<string, readonly string[]>>;
type Rule = (change: StepChange, facts: StepFacts) => StepErrors;

const errorsOf = (field: string, sentences: readonly string[]): StepErrors => (sentences.length === 0 ? {} : { [field]: sentences });
const isDoor = (form: InspectionForm) => doorForms.includes(form);
const isBlank = (words: string | undefined) => (words ?? '').trim() === '';
const name = ({ matter }: LineFacts) => `「${matter}」`;

function judgeMonths({ months = [] }: StepChange): StepErrors {
  const wrong = months.length === 0 || new Set(months).size < months.length || months.some((month) => !(month >= 1 && month <= 12));
  return errorsOf('months', wrong || !months.every(Number.isInteger) ? ['请选 1 月至 12 月中的一个或几个月。'] : []);
}

function judgeTrim({ count = 0 }: StepChange, { lines }: StepFacts): StepErrors {
  if (!Number.isInteger(count) || count < 1) return { count: ['数量至少为 1；整行不要的，请改用「不列入」。'] };
  const low = lines.filter((line) => line.count <= count);
  return errorsOf(
    'count',
    low.map((line) => `${name(line)}现为 ${line.count} 户，减后须少于 ${line.count}。`),
  );
}

function judgeOffsite({ form }: StepChange, { lines }: StepFacts): StepErrors {
  if (form === undefined || isDoor(form)) return { form: ['请选书面、监测或远程中的一种。'] };
  const same = lines.filter((line) => line.form === form);
  return errorsOf(
    'form',
    same.map((line) => `${name(line)}已经是这种方式。`),
  );
}

const judgeReason: Rule = ({ reason }) => errorsOf('reason', isBlank(reason) ? ['请写明理由，单位会看到。'] : []);

function judgeReturn(change: StepChange, facts: StepFacts): StepErrors {
  const published = facts.lines.filter((line) => line.published);
  const stuck = facts.lines.filter((line) => !line.published && !line.returnable);
  const said = [
    ...published.map((line) => `${name(line)}已列入公示的计划，不再退回；要改的请直接改，或由单位补报。`),
    ...stuck.map((line) => `${name(line)}的单位正在重报或另有一份申报在填，请等它报来后再退回。`),
  ];
  return { ...judgeReason(change, facts), ...errorsOf('', said) };
}

/** Enterprises of a joint entry lie between its largest line and all its lines together. */
function judgeJointCount({ count = 0 }: StepChange, { lines }: StepFacts): StepErrors {
  const counts = lines.map((line) => line.count);
  const [least, most] = [Math.max(...counts), counts.reduce((sum, each) => sum + each, 0)];
  const fits = Number.isInteger(count) && count >= least && count <= most;
  return errorsOf('count', fits ? [] : [`合并后的户次须在 ${least}（最大的一行）至 ${most}（各行之和）之间。`]);
}

/** Whether some of these enter enterprises and others do not: together they go one way, and the clerk says why. */
function isMixed(lines: readonly LineFacts[]): boolean {
  return new Set(lines.map(({ form }) => isDoor(form))).size > 1;
}

function judgeJointForm({ form }: StepChange, { lines }: StepFacts): StepErrors {
  const ways = new Set(lines.map((line) => isDoor(line.form)));
  const fits = form !== undefined && ways.has(isDoor(form));
  return errorsOf('form', fits ? [] : [ways.has(true) ? '合并后的方式须为现场或抽样。' : '合并后的方式须为书面、监测或远程。']);
}

/** An agency's own matters at one enterprise need no group; different agencies need a common one. */
function sayGroups(lines: readonly LineFacts[]): string[] {
  const apart = lines.filter((line) =>
    lines.some((other) => other.agency !== line.agency && (line.mergeableGroup === null || other.mergeableGroup !== line.mergeableGroup)),
  );
  const ungrouped = apart.filter((line) => line.mergeableGroup === null);
  if (ungrouped.length > 0) return ungrouped.map((line) => `${name(line)}的事项没有列入可合并的事项组`);
  return apart.length > 0 ? ['这些行不属同一事项组'] : [];
}

/** What speaks against checking these lines together: the clerk sees it, and overrules it only with a reason. */
export function findMergeObjections({ lines, planning }: StepFacts): string[] {
  const agencies = new Set(lines.map((line) => line.agency)).size;
  const matters = new Set(lines.map((line) => line.matter)).size;
  const minutes = matters * planning.matterMinutes;
  return [
    ...sayGroups(lines),
    ...(matters < lines.length ? ['同一事项有两行，并为一次就少查一次'] : []),
    ...(isMixed(lines) ? ['有的行入企，有的行不入企'] : []),
    ...(new Set(lines.map((line) => line.kind)).size > 1 ? ['年度抽查与专项抽查的审批不同'] : []),
    ...(agencies > planning.agenciesPerVisit ? [`${agencies} 个单位同去，超过一次最多 ${planning.agenciesPerVisit} 个单位`] : []),
    ...(minutes > planning.visitMinutes ? [`${matters} 个事项约须 ${minutes} 分钟，超过一次最多 ${planning.visitMinutes} 分钟`] : []),
  ];
}

function judgeMerge(change: StepChange, facts: StepFacts): StepErrors {
  if (facts.lines.length < 2) return { '': ['合并须选两行以上。'] };
  const isMember = facts.lines.some((line) => line.agency === change.lead);
  const objections = isBlank(change.reason) ? findMergeObjections(facts) : [];
  return {
    ...errorsOf('lead', isMember ? [] : ['牵头单位须是其中一行的单位。']),
    ...judgeMonths(change),
    ...judgeJointForm(change, facts),
    ...judgeJointCount(change, facts),
    ...errorsOf('reason', objections.length === 0 ? [] : [`${objections.join('；')}。仍要合并的，请写明理由。`]),
  };
}

const rules: Readonly<Record<ReviewAction, Rule>> = {
  keep: () => ({}),
  trim: judgeTrim,
  move: judgeMonths,
  offsite: judgeOffsite,
  drop: judgeReason,
  return: judgeReturn,
  merge: judgeMerge,
  reopen: (_change, { lines }) =>
    errorsOf(
      '',
      lines.filter(({ outcome }) => outcome === 'unreviewed').map((line) => `${name(line)}还没有审，不用重新审。`),
    ),
};

/** Whether a step may be taken on these lines; no errors means that it may. */
export function judgeStep(action: ReviewAction, change: StepChange, facts: StepFacts): StepErrors {
  const away = facts.lines.filter((line) => line.outcome === 'returned' && !line.withOffice);
  if (away.length > 0) return { '': away.map((line) => `${name(line)}已退回单位修改，报来后再审；要收回的，请撤销退回。`) };
  return rules[action](change, facts);
}
