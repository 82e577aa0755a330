import type { Block } from './column.ts';
import { improvePlan } from './improve-plan.ts';
import { type Instance, isDoor, prepare } from './instance.ts';
import { book, measureLoads, openLedger, type Placed, planApart } from './ledger.ts';
import { levelMonths, measureDistrict } from './level-months.ts';
import type { MergeProblem, MergeSolution, MergeTools } from './model.ts';
import { type Company, explainPairs, listPairs } from './pair-reasons.ts';
import { type Placing, placeVisits } from './place-visits.ts';
import { costOf } from './plan-cost.ts';
import { buildPoolBlocks } from './pool-blocks.ts';
import { linkNeighbours, readPart } from './read-parts.ts';
import { readJoints } from './read-plan.ts';
import { type Covered, coverBlock } from './solve-apart.ts';
import { solveTogether } from './solve-together.ts';
import { buildTaskBlocks } from './task-blocks.ts';

const rounds = 4;
const toldEvery = 2000;

const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

function coverAll(instance: Instance, blocks: readonly Block[], tools: MergeTools): Covered[] {
  const visitsOf = (block: Block | undefined, columns: readonly number[]) =>
    sum(columns.map((index) => block?.columns[index]?.visits ?? 0));
  const apart = blocks.map((block) => sum(block.columns.filter(({ items }) => items.length === 1).map(({ visits }) => visits)));
  let [best, bound] = [sum(apart), 0];
  return blocks.map((block, index) => {
    const covered = coverBlock(instance, block, tools);
    best += visitsOf(block, covered.chosen) - (apart[index] ?? 0);
    bound += covered.bound;
    if (index % toldEvery === toldEvery - 1) tools.tell({ best, bound, seconds: tools.seconds() });
    return covered;
  });
}

function improve(
  placing: Placing,
  { plan, covered }: { plan: (readonly Placed[])[]; covered: readonly Covered[] },
  tools: MergeTools,
): void {
  const bounds = covered.map(({ bound }) => bound);
  for (let round = 0; round < rounds && !tools.isOver(); round++) if (!improvePlan(placing, plan, bounds)) break;
}

export type Found = { readonly plan: readonly (readonly Placed[])[]; readonly visits: number; readonly bound: number };

function fillLedger({ ledger: { limit }, loadsOf }: Placing, plan: Found['plan']): Placing['ledger'] {
  const ledger = { limit, used: new Float64Array(limit.length) };
  for (const visit of plan.flat()) book(ledger, loadsOf(visit));
  return ledger;
}

/** Every block at its best, then all of them within the hours of their agencies; small problems are solved to the end. */
function findPlan(instance: Instance, blocks: readonly Block[], tools: MergeTools): Found {
  const covered = coverAll(instance, blocks, tools);
  const bound = sum(covered.map((each) => each.bound));
  const loadsOf = measureLoads(instance);
  const apart = planApart(instance, blocks);
  const placing = { instance, blocks, loadsOf, apart, ledger: openLedger(instance, apart, loadsOf) };
  const plan: (readonly Placed[])[] = placeVisits(
    placing,
    covered.map(({ chosen }) => chosen),
  );
  improve(placing, { plan, covered }, tools);
  tools.tell({ best: costOf(instance, plan).visits, bound, seconds: tools.seconds() });
  const found = solveTogether(placing, { plan, covered, bound }, tools);
  return { ...found, plan: levelMonths({ ...placing, ledger: fillLedger(placing, found.plan) }, found.plan) };
}

/** Lines that stand in one entry, and listed lines that share a visit somewhere. */
function companyIn(lines: number, plan: readonly (readonly Placed[])[], groups: readonly (readonly number[])[]): Company {
  const pairs = new Set<number>();
  const joined = new Set<number>();
  const add = (set: readonly number[]) => {
    for (const a of set) {
      joined.add(a);
      for (const b of set) pairs.add(a * lines + b);
    }
  };
  for (const group of groups) add(group);
  for (const { items } of plan.flat()) if (items.length > 1) add(items.map(({ line }) => line));
  return { together: (a, b) => pairs.has(a * lines + b), isJoined: (line) => joined.has(line) };
}

/** Reads a plan back: proposals, what stays apart and why. */
function explain(instance: Instance, { plan, visits, bound }: Found): Omit<MergeSolution, 'complete'> {
  const district = measureDistrict(instance, plan);
  const joints = readJoints(instance, plan);
  const before = sum(instance.lines.filter(isDoor).map(({ count }) => count));
  const links = linkNeighbours(joints.length > 0 ? listPairs(instance) : []);
  const company = companyIn(
    instance.lines.length,
    plan,
    joints.map(({ lines }) => lines),
  );
  const proposed = before - sum(joints.map((joint) => joint.before - joint.after));
  return {
    ...{ before, after: visits, bound, proposed, parts: joints.map((joint) => readPart(instance, { joint, district }, links)) },
    ...explainPairs(instance, joints, company),
  };
}

/** Merges a year: the best joint entries found in the time given, the proved bound, and the reasons for both. Same problem, same answer. */
export function solveMerge(problem: MergeProblem, tools: MergeTools): MergeSolution {
  const instance = prepare(problem);
  const blocks = [...buildPoolBlocks(instance), ...buildTaskBlocks(instance)];
  const found = findPlan(instance, blocks, tools);
  const complete = !tools.isOver();
  tools.tell({ best: found.visits, bound: found.bound, seconds: tools.seconds() });
  return { ...explain(instance, found), complete };
}
