import type { Day } from '#domain/calendar/day.ts';
import type { TaskSource } from '#domain/declaration/line.ts';
import { daysOfMonths, monthsOf, type Period, spreadCount } from '#domain/declaration/period.ts';
import type { PoolSpec } from '#domain/declaration/pool.ts';
import type { Quantity } from '#domain/declaration/quantity.ts';
import type { InspectionForm, InspectionKind } from '#domain/inspection/kinds.ts';
import type { FigureJoint } from './figures.ts';
import type { PlanItem } from './plan-item.ts';
import { computeJointCount, type LineOutcome } from './review-step.ts';

/** A declared line after its review, with what a plan entry takes from it. */
export type PlanLine = {
  readonly id: string;
  readonly agency: string;
  /** Co-operating agencies that may inspect. */
  readonly partners: readonly string[];
  readonly kind: InspectionKind;
  readonly approvalDocument: string;
  readonly matter: { readonly id: string; readonly code: string; readonly name: string; readonly specialField: boolean };
  readonly poolLabel: string;
  readonly pool: PoolSpec;
  readonly quantity: Quantity;
  readonly period: Period;
  readonly declaredCount: number;
  readonly declaredForm: InspectionForm;
  readonly source: TaskSource;
  readonly outcome: LineOutcome;
  readonly count: number;
  readonly months: readonly number[];
  readonly form: InspectionForm;
  readonly jointId: string | null;
  /** The number it was published under. */
  readonly entryNo: string | null;
};

/** A merging step: who leads, how many enterprises were decided, of how many apart; its months and form are those of its lines. */
export type PlanJoint = { readonly id: string; readonly lead: string; readonly count: number; readonly apart?: number | null };

/** Numbers given so far, with the agency that leads each; a number is never given twice. */
export type KnownNumbers = { readonly year: number; readonly leads: ReadonlyMap<string, string> };

/** The pool of one line, and how many of it that line asks for. */
export type PoolPart = {
  readonly agency: string;
  readonly matter: string;
  readonly poolLabel: string;
  readonly count: number;
  readonly pool: PoolSpec;
};
/** What an entry is drawn from: the pool of the line it is named after; a joint entry's `parts` are those of all its lines. */
export type EntryPool = PoolSpec & { readonly parts?: readonly PoolPart[] };

export type ComposedEntry = PlanItem & {
  readonly pool: EntryPool;
  readonly matterIds: readonly string[];
  readonly lineIds: readonly string[];
};

/** The joint steps that lines are merged in, as figures count them. */
export function measureJoints(lines: readonly PlanLine[], joints: readonly PlanJoint[]): FigureJoint[] {
  return joints.flatMap((joint) => {
    const group = jointGroup(joint, lines);
    return group ? [{ id: joint.id, count: countOf(group), form: group.head.form }] : [];
  });
}

/** Lines that make one entry, the one it is named after first. */
type Group = { readonly head: PlanLine; readonly lines: readonly PlanLine[]; readonly joint: PlanJoint | null };

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function jointGroup(joint: PlanJoint, lines: readonly PlanLine[]): Group | null {
  const members = lines.filter(({ outcome, jointId }) => outcome === 'merged' && jointId === joint.id);
  const own = members.filter(({ agency }) => agency === joint.lead);
  const head = own.find(({ entryNo }) => entryNo !== null) ?? own[0] ?? members[0];
  return head ? { head, lines: [head, ...members.filter((line) => line !== head)], joint } : null;
}

/** Entries in the order of their first lines: kept lines alone, merged ones with those of their step. */
function groupLines(lines: readonly PlanLine[], joints: readonly PlanJoint[]): Group[] {
  const groups = new Map(joints.map((joint) => [joint.id, jointGroup(joint, lines)]));
  return lines.flatMap((line, index): Group[] => {
    if (line.outcome === 'kept') return [{ head: line, lines: [line], joint: null }];
    const group = line.outcome === 'merged' && line.jointId !== null ? groups.get(line.jointId) : null;
    const isFirst = lines.findIndex(({ outcome, jointId }) => outcome === 'merged' && jointId === line.jointId) === index;
    return group && isFirst ? [group] : [];
  });
}

/** The agency decided on, while it has a line in the entry. */
function leadOf({ head, lines, joint }: Group): string {
  return joint && lines.some(({ agency }) => agency === joint.lead) ? joint.lead : head.agency;
}

function countOf({ head, lines, joint }: Group): number {
  return joint
    ? computeJointCount(
        joint.count,
        lines.map(({ count }) => count),
        joint.apart ?? undefined,
      )
    : head.count;
}

/** The number a group goes on under: that of its first line, while the same agency leads. */
function ownNumber(group: Group, { leads }: KnownNumbers): string | null {
  const no = group.head.entryNo;
  return no !== null && (leads.get(no) ?? leadOf(group)) === leadOf(group) ? no : null;
}

/** Numbers in the order of the groups; where two would go on under one, the joint entry does, and the other gets a new one. */
function giveNumbers(groups: readonly Group[], known: KnownNumbers): string[] {
  const owners = new Map<string, Group>();
  for (const group of [...groups.filter(({ joint }) => joint), ...groups.filter(({ joint }) => !joint)]) {
    const no = ownNumber(group, known);
    if (no !== null && !owners.has(no)) owners.set(no, group);
  }
  let last = Math.max(0, ...[...known.leads.keys(), ...owners.keys()].map((no) => Number(no.slice(5))));
  return groups.map((group) => {
    const no = ownNumber(group, known);
    if (no !== null && owners.get(no) === group) return no;
    last += 1;
    return `${known.year}-${String(last).padStart(4, '0')}`;
  });
}

/** Whether a line's dates still hold: it was not moved, or every month of its joint entry lies in the months that they reach into. */
function holdsDates(period: Period, { head, joint }: Group): boolean {
  const declared = monthsOf(period);
  return head.months.every((month) => declared.includes(month)) && (joint !== null || declared.length === head.months.length);
}

/** The days of its months, narrowed to the dates that lines name, while those hold. */
function daysOf(group: Group, year: number): { readonly fromDay: Day; readonly toDay: Day } {
  const whole = daysOfMonths(group.head.months, year);
  const ranges = group.lines.flatMap(({ period }) => (period.kind === 'range' && holdsDates(period, group) ? [period] : []));
  const fromDay = [whole.fromDay, ...ranges.map(({ from }) => from)].sort().at(-1) ?? whole.fromDay;
  const toDay = [whole.toDay, ...ranges.map(({ to }) => to)].sort()[0] ?? whole.toDay;
  return fromDay <= toDay ? { fromDay, toDay } : whole;
}

function titleOf({ head, lines, joint }: Group): string {
  const matters = unique(lines.map(({ matter }) => matter.code)).length;
  if (!joint) return head.matter.name;
  return matters === 1 ? `${head.matter.name}联合检查` : `${head.matter.name}等 ${matters} 项联合检查`;
}

/** Covered in full, without a draw: all its lines ask for every enterprise of a special field, and none was trimmed. */
function isFullCoverage({ lines }: Group): boolean {
  return lines.every(
    ({ quantity, matter, count, declaredCount }) => quantity.kind === 'all' && matter.specialField && count === declaredCount,
  );
}

function wordsOf({ lines }: Group) {
  const said = (words: readonly string[], between: string) => unique(words.filter(Boolean)).join(between);
  return {
    poolLabel: said(
      lines.map(({ poolLabel }) => poolLabel),
      '、',
    ),
    approvalDocument: said(
      lines.map(({ approvalDocument }) => approvalDocument),
      '；',
    ),
  };
}

/** A draw for several agencies has to meet what each of them asks for: one pool alone would not say it. */
function drawnFrom({ head, lines, joint }: Group): EntryPool {
  if (!joint) return head.pool;
  const parts = lines.map(({ agency, matter, poolLabel, count, pool }) => ({ agency, matter: matter.code, poolLabel, count, pool }));
  return { ...head.pool, parts };
}

function entryOf(group: Group, no: string, year: number): ComposedEntry {
  const { head, lines } = group;
  const { form } = head;
  const months = head.months.toSorted((one, other) => one - other);
  const count = countOf(group);
  const places = spreadCount(count, months);
  const matters = new Map(lines.map(({ matter }) => [matter.code, matter.id]));
  return {
    ...{ no, title: titleOf(group), kind: head.kind, form, quota: count, source: head.source, pool: drawnFrom(group) },
    ...wordsOf(group),
    ...daysOf(group, year),
    agencies: unique([leadOf(group), ...lines.map(({ agency }) => agency), ...lines.flatMap(({ partners }) => partners)]),
    // A code may stand in two rows of the catalogue, of before and after a change: the entry holds it once.
    matters: [...matters.keys()],
    matterIds: [...matters.values()],
    months: months.map((month, index) => ({ month, quota: places[index] ?? 0 })),
    fullCoverage: isFullCoverage(group),
    lineIds: lines.map(({ id }) => id),
  };
}

/**
 * The entries that the reviewed lines make: each kept line one, each joint step one; nothing of dropped, returned and unreviewed lines.
 * Lines in the order in which new numbers are given.
 */
export function composePlan(lines: readonly PlanLine[], joints: readonly PlanJoint[], known: KnownNumbers): ComposedEntry[] {
  const groups = groupLines(lines, joints);
  const numbers = giveNumbers(groups, known);
  return groups.map((group, index) => entryOf(group, numbers[index] ?? '', known.year));
}
