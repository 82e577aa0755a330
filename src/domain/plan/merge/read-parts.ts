import { sayOverMonths } from '../heat.ts';
import { areRelated, findPairObstacle, findSetObstacle } from './compatibility.ts';
import { type Instance, lineAt } from './instance.ts';
import { type District, findOverMonths } from './level-months.ts';
import type { MergeLine, MergePart, PairObstacle, SeenLine } from './model.ts';
import { monthsIn } from './months.ts';
import type { Pair } from './pair-reasons.ts';
import type { Joint } from './read-plan.ts';
import { sayFits, sayShort } from './words.ts';

const outsideShown = 6;

/** Lines by those whose targets they meet, or whose agency or group of matters they share. */
export function linkNeighbours(pairs: readonly Pair[]): Map<number, Pair[]> {
  const links = new Map<number, Pair[]>();
  const add = (line: number, pair: Pair) => {
    const known = links.get(line);
    if (known) known.push(pair);
    else links.set(line, [pair]);
  };
  for (const pair of pairs) {
    add(pair.a, pair);
    add(pair.b, { a: pair.b, b: pair.a, shared: pair.shared });
  }
  return links;
}

function obstacleFor(instance: Instance, joint: Joint, line: number): PairObstacle {
  const obstacles = joint.lines.map((member) => findPairObstacle(instance, member, line));
  return obstacles.find((obstacle) => obstacle !== null) ?? findSetObstacle(instance, [...joint.lines, line]) ?? 'elsewhere';
}

/** Lines near these that stay out, the nearest first: of the same group of matters or agency, and with targets in common. */
function findOutside(instance: Instance, joint: Joint, links: ReadonlyMap<number, Pair[]>): MergePart['why']['out'] {
  const nearest = new Map<number, number>();
  const isNear = (member: number, line: number) => areRelated(lineAt(instance, member), lineAt(instance, line));
  for (const member of joint.lines)
    for (const { b, shared } of links.get(member) ?? [])
      if (!joint.lines.includes(b) && isNear(member, b)) nearest.set(b, Math.max(shared, nearest.get(b) ?? 0));
  const judged = [...nearest].map(([line, shared]) => ({ line, shared, why: obstacleFor(instance, joint, line) }));
  return judged
    .filter(({ why }) => why !== 'group')
    .sort((x, y) => Number(x.why === 'offsite') - Number(y.why === 'offsite') || y.shared - x.shared || x.line - y.line)
    .slice(0, outsideShown)
    .map(({ line, why }) => ({ line: lineAt(instance, line).id, why }));
}

const seenOf = ({ id, stated, months, form }: MergeLine): SeenLine => ({ line: id, count: stated, months, form });

/** A joint entry as it is proposed: who leads, when, in which form, and why. The agency with the largest line leads. */
export function readPart(
  instance: Instance,
  { joint, district }: { joint: Joint; district: District },
  links: ReadonlyMap<number, Pair[]>,
): MergePart {
  const lines = joint.lines.map((line) => lineAt(instance, line));
  const [leading] = [...lines].sort((x, y) => y.count - x.count);
  const { before, after, bound } = joint;
  return {
    ...{ lines: lines.map(({ id }) => id), lead: leading?.agency ?? '', months: monthsIn(joint.months), before, after, bound },
    form: lines.every(({ form }) => form === 'sampling') ? 'sampling' : 'onsite',
    why: {
      seen: lines.map(seenOf),
      fits: sayFits(instance, joint),
      shortOfBound: sayShort(instance, joint),
      overMonths: sayOverMonths(findOverMonths(district, joint.months)),
      out: findOutside(instance, joint, links),
    },
  };
}
