import type { Missing } from './assigning.ts';
import { type Asking, answerAtOnce, askRanks } from './compute-draw.ts';
import { assignOfficers } from './officers.ts';
import type { Keyed } from './order.ts';
import type { FrozenRecord } from './record.ts';

/** Who comes next for an entry, with its inspectors; or nobody is left in this order; or what lacks. */
export type NextInOrder =
  | { readonly kind: 'next'; readonly id: string; readonly key: string; readonly officers: readonly string[] }
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

/** The next in an entry's order; asks for its hashes as the draw does. */
export function* askNextInOrder({ frozen, entry, reserves, used, given }: Replacing): Asking<NextInOrder> {
  const next = reserves.find(({ id }) => !used.has(id));
  if (!next) return { kind: 'exhausted' };
  const tasks = [{ entry, target: next.id }];
  const rankOf = yield* askRanks(frozen, tasks);
  const assignment = assignOfficers({ frozen, tasks, given, rankOf });
  if (assignment.kind === 'infeasible') return { kind: 'infeasible', id: next.id, missing: assignment.missing };
  return { kind: 'next', ...next, officers: assignment.teams[0] ?? [] };
}

/** The next in an entry's order at once. `hmac`: HMAC-SHA256 with the seed's 32 bytes as its key, hex. */
export function nextInOrder(asked: Replacing, hmac: (message: Uint8Array) => string): NextInOrder {
  return answerAtOnce(askNextInOrder(asked), hmac);
}
