import { type ComposedEntry, composePlan, type KnownNumbers, measureJoints, type PlanJoint, type PlanLine } from './compose-plan.ts';
import { diffPlans, isUnchanged, type PlanDiff, type PlanNames } from './diff-plan.ts';
import { computeFigures } from './figures.ts';
import type { PlanItem } from './plan-item.ts';
import type { PublishedFigures } from './plan-record.ts';

export type PublicationFacts = {
  readonly known: KnownNumbers;
  /** All lines that lie with the office, whatever became of them. */
  readonly lines: readonly PlanLine[];
  readonly joints: readonly PlanJoint[];
  readonly inForce: readonly PlanItem[];
  /** Places taken of every number ever given: one that comes back after a version without it goes on with them. */
  readonly taken: ReadonlyMap<string, number>;
  readonly names: PlanNames;
  readonly catalogue: { readonly mergeableMatters: number; readonly matters: number };
};

export type Publication = {
  /** All entries of the new version, by number. */
  readonly items: readonly PlanItem[];
  readonly composed: readonly ComposedEntry[];
  readonly diff: PlanDiff;
  readonly figures: PublishedFigures;
};

/** Why nothing can be published now, in words for the office. */
export type Obstacle = { readonly kind: 'unreviewed' | 'overUsed' | 'empty' | 'unchanged'; readonly say: string };

const byNo = (one: PlanItem, other: PlanItem) => (one.no < other.no ? -1 : 1);

/** What the next version would be: entries of the reviewed lines, and those in force that no line ever made. */
export function preparePublication({ known, lines, joints, inForce, names, catalogue }: PublicationFacts): Publication {
  const composed = composePlan(lines, joints, known);
  const managed = new Set([...lines.flatMap(({ entryNo }) => entryNo ?? []), ...composed.map(({ no }) => no)]);
  const items = [...composed, ...inForce.filter(({ no }) => !managed.has(no))].sort(byNo);
  const figures = { ...computeFigures(lines, measureJoints(lines, joints)), ...catalogue };
  return { items, composed, diff: diffPlans(inForce, items, names), figures };
}

function findOverUsed({ composed }: Publication, taken: PublicationFacts['taken']): string[] {
  const over = composed.filter(({ no, quota }) => (taken.get(no) ?? 0) > quota);
  return over.map(({ no, title, quota }) => `${no} ${title}已用 ${taken.get(no)} 家，不能减到 ${quota} 家`);
}

/** Everything that stands against publishing; none means that it may be done. */
export function findObstacles(publication: Publication, { inForce, taken }: Pick<PublicationFacts, 'inForce' | 'taken'>): Obstacle[] {
  const { unreviewedLines } = publication.figures;
  const overUsed = findOverUsed(publication, taken);
  const isEmpty = publication.items.length === 0 && inForce.length === 0;
  const found: (Obstacle | false)[] = [
    unreviewedLines > 0 && { kind: 'unreviewed', say: `还有 ${unreviewedLines} 行没有审，全部审完才能公示` },
    overUsed.length > 0 && { kind: 'overUsed', say: overUsed.join('；') },
    isEmpty && { kind: 'empty', say: '没有可以公示的计划项，先审核单位申报的行' },
    !isEmpty && isUnchanged(publication.diff) && { kind: 'unchanged', say: '与现行的一版没有差别，不用再公示' },
  ];
  return found.filter((obstacle) => obstacle !== false);
}
