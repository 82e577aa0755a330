import type { Missing, Task } from './assigning.ts';
import { officerMessage, ticketMessages } from './messages.ts';
import { assignOfficers, pairsToRank } from './officers.ts';
import { drawTargets, type Keyed } from './order.ts';
import type { EntryOutcome, FrozenRecord, Subject } from './record.ts';
import { compareText } from './write-record.ts';

/** What a seed makes of a frozen record: the outcomes in the order of its entries, or what lacks. */
export type Computed =
  | { readonly kind: 'outcomes'; readonly outcomes: readonly EntryOutcome[] }
  | { readonly kind: 'infeasible'; readonly missing: readonly Missing[] };

/** Messages whose HMAC with the seed is asked for; the answer is their hex, in the same order. */
export type Asked = readonly Uint8Array<ArrayBuffer>[];

/** Work that stops to ask for hashes: whoever runs it computes them, at once or asynchronously, and goes on with `next(answer)`. */
export type Asking<Value> = Generator<Asked, Value, readonly string[]>;

/** How many messages are asked for at a time. */
const batch = 4096;

function smallest(hashes: readonly string[]): string {
  return hashes.toSorted(compareText)[0] ?? '';
}

/** The key of each of these subjects by its id. */
export function* askKeys(subjects: readonly Pick<Subject, 'id' | 'weight'>[]): Asking<Map<string, string>> {
  const keys = new Map<string, string>();
  for (let first = 0; first < subjects.length; first += batch) {
    const part = subjects.slice(first, first + batch);
    const hashes = yield part.flatMap(ticketMessages);
    let at = 0;
    for (const { id, weight } of part) {
      keys.set(id, smallest(hashes.slice(at, at + weight)));
      at += weight;
    }
  }
  return keys;
}

/** The rank of each inspector for each of these targets. */
export function* askRanks(frozen: FrozenRecord, tasks: readonly Task[]): Asking<(target: string, officer: string) => string> {
  const pairs = pairsToRank(frozen, tasks);
  const ranks = new Map<string, string>();
  for (let first = 0; first < pairs.length; first += batch) {
    const part = pairs.slice(first, first + batch);
    const hashes = yield part.map(({ target, officer }) => officerMessage(target, officer));
    for (const [index, { target, officer }] of part.entries()) ranks.set(`${target} ${officer}`, hashes[index] ?? '');
  }
  return (target, officer) => ranks.get(`${target} ${officer}`) ?? '';
}

/** What was drawn for each entry, in the order of the record, before anybody is assigned. */
export type Picked = readonly { readonly drawn: readonly Keyed[]; readonly reserves: readonly Keyed[] }[];

/** Assigns inspectors to what was drawn, and puts the outcomes together. */
export function* askTeams(frozen: FrozenRecord, picked: Picked): Asking<Computed> {
  const tasks = picked.flatMap(({ drawn }, entry) => drawn.map(({ id }) => ({ entry, target: id })));
  const rankOf = yield* askRanks(frozen, tasks);
  const assignment = assignOfficers({ frozen, tasks, given: new Map(), rankOf });
  if (assignment.kind === 'infeasible') return assignment;
  const teams = assignment.teams.values();
  const outcomes = picked.map(({ drawn, reserves }, index) => ({
    entry: frozen.entries[index]?.entry ?? '',
    targets: drawn.map(({ id, key }) => ({ id, key, officers: teams.next().value ?? [] })),
    reserves,
  }));
  return { kind: 'outcomes', outcomes };
}

/** The whole draw, asking for its hashes; a browser answers with Web Crypto. */
export function* askOutcomes(frozen: FrozenRecord): Asking<Computed> {
  const keys = yield* askKeys(frozen.subjects);
  return yield* askTeams(
    frozen,
    frozen.entries.map((_, index) => drawTargets(frozen, index, keys)),
  );
}

/** Runs such work where hashes can be had at once. */
export function answerAtOnce<Value>(asking: Asking<Value>, hmac: (message: Uint8Array) => string): Value {
  let step = asking.next();
  while (!step.done) step = asking.next(step.value.map(hmac));
  return step.value;
}

/** The whole draw at once. `hmac`: HMAC-SHA256 with the seed's 32 bytes as its key, hex. */
export function computeOutcomes(frozen: FrozenRecord, hmac: (message: Uint8Array) => string): Computed {
  return answerAtOnce(askOutcomes(frozen), hmac);
}
