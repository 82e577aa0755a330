import type { Missing } from './assigning.ts';
import { type Asking, answerAtOnce, askKeys, askRanks } from './compute-draw.ts';
import { assignOfficers } from './officers.ts';
import { type Keyed, pickTargets } from './order.ts';
import type { FrozenRecord } from './record.ts';
import { compareText } from './write-record.ts';

/** Who comes next for an entry, with its inspectors; or nobody is left in this order; or what lacks. */
export type NextInOrder =
  | {
      readonly kind: 'next';
      readonly id: string;
      readonly key: string;
      readonly officers: readonly string[];
      /** Those before it in order that nobody can be sent to now. */
      readonly passed: readonly string[];
    }
  | { readonly kind: 'exhausted' }
  | { readonly kind: 'infeasible'; readonly id: string; readonly missing: readonly Missing[] };

/** An entry (by its place in the record) of which one target falls away. */
export type Replacing = {
  readonly frozen: FrozenRecord;
  readonly entry: number;
  /** Those of the result, or more of the same order, computed again. */
  readonly reserves: readonly Keyed[];
  /** The ids that were drawn or have come up for this entry before, replaced or not. */
  readonly used: ReadonlySet<string>;
  /** How many targets each inspector has in this draw now, those that were replaced left out. */
  readonly given: ReadonlyMap<string, number>;
};

/** How many are passed over at most, nobody being free for them, before the order is given up. */
const mostPassed = 100;

/** The whole order of replacement, computed again: a result keeps its beginning only. */
function* askWholeOrder(frozen: FrozenRecord, entry: number): Asking<Keyed[]> {
  const keys = yield* askKeys(frozen.subjects.filter(({ entries }) => entries.includes(entry)));
  const all = frozen.subjects.map(({ id }) => ({ id, key: keys.get(id) ?? '' }));
  const at = (index: number) => all[index] ?? { id: '', key: '' };
  const compare = (one: number, other: number) => compareText(at(one).key, at(other).key) || compareText(at(one).id, at(other).id);
  return pickTargets(frozen, entry, { compare, reserves: all.length }).reserves.map(at);
}

/** The first of these that a team can be sent to; where nobody can be, what the first of them lacks. */
function* askFirst({ frozen, entry, given }: Replacing, candidates: readonly Keyed[]): Asking<NextInOrder> {
  const passed: string[] = [];
  let lack: NextInOrder = { kind: 'exhausted' };
  for (const next of candidates.slice(0, mostPassed + 1)) {
    const tasks = [{ entry, target: next.id }];
    const rankOf = yield* askRanks(frozen, tasks);
    const assignment = assignOfficers({ frozen, tasks, given, rankOf });
    if (assignment.kind !== 'infeasible') return { kind: 'next', ...next, officers: assignment.teams[0] ?? [], passed };
    if (passed.push(next.id) === 1) lack = { kind: 'infeasible', id: next.id, missing: assignment.missing };
  }
  return lack;
}

/** The next in an entry's order that a team can be sent to; asks for its hashes as the draw does. */
export function* askNextInOrder(asked: Replacing): Asking<NextInOrder> {
  const { frozen, entry, reserves, used } = asked;
  const isFree = ({ id }: Keyed) => !used.has(id);
  const kept = yield* askFirst(asked, reserves.filter(isFree));
  if (kept.kind === 'next') return kept;
  return yield* askFirst(asked, (yield* askWholeOrder(frozen, entry)).filter(isFree));
}

/** The next in an entry's order at once. `hmac`: HMAC-SHA256 with the seed's 32 bytes as its key, hex. */
export function nextInOrder(asked: Replacing, hmac: (message: Uint8Array) => string): NextInOrder {
  return answerAtOnce(askNextInOrder(asked), hmac);
}
