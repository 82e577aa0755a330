import { type Asked, askOutcomes, type Computed } from './compute-draw.ts';
import { commitMessage, seedMessage } from './messages.ts';
import { readFrozen, readResult } from './read-record.ts';
import type { DrawResult, EntryOutcome, FrozenRecord } from './record.ts';
import { findRoundFault, lastReveals } from './rounds.ts';

/** What is verified: the two texts as they were published, and the hashes that were published beside them, where they are known. */
export type Verifying = {
  readonly frozen: string;
  readonly result: string;
  readonly poolHash?: string | undefined;
  readonly resultHash?: string | undefined;
};

export const stepIds = ['record', 'poolHash', 'commitments', 'seed', 'targets', 'officers', 'resultHash'] as const;
export type StepId = (typeof stepIds)[number];

/** A step that was checked: what was found, and what is wrong where something is. `computed` stands beside what was published. */
export type Step = {
  readonly id: StepId;
  readonly fault: string | null;
  readonly found: string;
  readonly computed?: string;
  readonly stated?: string;
};

/** What the verification asks of whoever runs it: hashes of messages (hex, in order), with a key or without; or to show a step. */
export type VerifyAsk =
  | { readonly kind: 'hash'; readonly messages: Asked }
  | { readonly kind: 'hmac'; readonly key: string; readonly messages: Asked }
  | { readonly kind: 'step'; readonly step: Step };

type Checking<Value> = Generator<VerifyAsk, Value, readonly string[]>;

const encoder = new TextEncoder();

function* tell(id: StepId, fault: string | null, rest: Omit<Step, 'id' | 'fault'>): Checking<boolean> {
  yield { kind: 'step', step: { id, fault, ...rest } };
  return fault === null;
}

function* hash(message: Uint8Array<ArrayBuffer>): Checking<string> {
  const [found = ''] = yield { kind: 'hash', messages: [message] };
  return found;
}

function* checkHash(id: 'poolHash' | 'resultHash', text: string, stated: readonly (string | undefined)[]): Checking<boolean> {
  const computed = yield* hash(encoder.encode(text));
  const other = stated.find((each) => each !== undefined && each !== computed);
  const what = id === 'poolHash' ? '名单' : '结果';
  const fault = other === undefined ? null : `${what}与公布的指纹不符：内容被改动过`;
  const known = stated.find((each) => each !== undefined);
  const found = known === undefined ? `${what}的指纹（没有公布的指纹可比）` : `${what}的指纹与公布的一致`;
  return yield* tell(id, fault, { found: fault ?? found, computed, ...(known === undefined ? {} : { stated: other ?? known }) });
}

function* checkCommitments(frozen: FrozenRecord, { rounds, poolHash }: DrawResult): Checking<boolean> {
  const made = rounds.flatMap(({ no, parties }) =>
    parties.flatMap(({ party, commitment, reveal }) => (commitment !== null && reveal !== null ? [{ no, party, commitment, reveal }] : [])),
  );
  const hashes = yield { kind: 'hash', messages: made.map(({ party, reveal }) => commitMessage(poolHash, party, reveal)) };
  const broken = made.find(({ commitment }, index) => hashes[index] !== commitment);
  const fault = broken ? `第 ${broken.no} 轮 ${broken.party} 揭示的原文与承诺不符` : findRoundFault(frozen, rounds);
  return yield* tell('commitments', fault, { found: fault ?? `${made.length} 份原文都与承诺相符` });
}

function* checkSeed(frozen: FrozenRecord, result: DrawResult): Checking<boolean> {
  const { poolHash, number, seed } = result;
  const computed = yield* hash(seedMessage({ poolHash, reveals: lastReveals(result.rounds), number }));
  const numberFault = (frozen.publicNumber === null) === (number === null) ? null : '公共号码与冻结记录的约定不符';
  const fault = numberFault ?? (computed === seed ? null : '种子不是由这些原文合成的');
  return yield* tell('seed', fault, { found: fault ?? '种子由各方原文合成', computed, stated: seed });
}

function* compute(frozen: FrozenRecord, seed: string): Checking<Computed> {
  const asking = askOutcomes(frozen);
  let step = asking.next();
  while (!step.done) step = asking.next(yield { kind: 'hmac', key: seed, messages: step.value });
  return step.value;
}

type Difference = { readonly id: 'targets' | 'officers'; readonly fault: string };

const listIds = (list: readonly { readonly id: string; readonly key: string }[]) => list.map(({ id, key }) => `${id} ${key}`).join('\n');

function differenceOf(stated: EntryOutcome | undefined, own: EntryOutcome): Difference | null {
  if (stated?.entry !== own.entry) return { id: 'targets', fault: `结果里没有计划项 ${own.entry}` };
  const isSame = listIds(stated.targets) === listIds(own.targets) && listIds(stated.reserves) === listIds(own.reserves);
  if (!isSame) {
    const index = own.targets.findIndex(({ id, key }, at) => stated.targets[at]?.id !== id || stated.targets[at]?.key !== key);
    const place = index < 0 ? '的递补顺序' : `第 ${index + 1} 位`;
    return { id: 'targets', fault: `计划项 ${own.entry} ${place}与计算的不同` };
  }
  const wrong = own.targets.findIndex(({ officers }, at) => officers.join(' ') !== stated.targets[at]?.officers.join(' '));
  return wrong < 0 ? null : { id: 'officers', fault: `计划项 ${own.entry} 第 ${wrong + 1} 位的执法人员与计算的不同` };
}

function* checkOutcomes(frozen: FrozenRecord, { seed, outcomes }: DrawResult): Checking<boolean> {
  const computed = yield* compute(frozen, seed);
  if (computed.kind === 'infeasible') return yield* tell('officers', '按这份名单，执法人员排不齐，不应有结果', { found: '' });
  const differences = computed.outcomes.flatMap((own, index) => differenceOf(outcomes[index], own) ?? []);
  const count = computed.outcomes.reduce((sum, { targets }) => sum + targets.length, 0);
  const extra = outcomes.length > computed.outcomes.length ? '结果多出一个计划项' : null;
  const targets = extra ?? differences.find(({ id }) => id === 'targets')?.fault ?? null;
  const isDrawn = yield* tell('targets', targets, { found: targets ?? `${count} 户抽中的企业和顺序都一致` });
  const officers = targets === null ? (differences[0]?.fault ?? null) : '企业不一致，执法人员无从核对';
  return (yield* tell('officers', officers, { found: officers ?? '执法人员都一致' })) && isDrawn;
}

/**
 * Verifies a draw step by step: asks for the hashes it needs, tells each step as it is done, and gives at the end whether all is right.
 * A changed record is a fault in words, never an exception.
 */
export function* askVerification({ frozen: frozenText, result: resultText, poolHash, resultHash }: Verifying): Checking<boolean> {
  const frozen = readFrozen(frozenText);
  const result = readResult(resultText);
  const fault = (frozen.kind === 'fault' && frozen.fault) || (result.kind === 'fault' && result.fault) || null;
  yield* tell('record', fault, { found: fault ?? '冻结记录和结果都合乎格式' });
  if (result.kind === 'fault' || frozen.kind === 'fault') {
    if (poolHash !== undefined) yield* checkHash('poolHash', frozenText, [poolHash]);
    return false;
  }
  const checks = [
    yield* checkHash('poolHash', frozenText, [poolHash, result.value.poolHash]),
    yield* checkCommitments(frozen.value, result.value),
    yield* checkSeed(frozen.value, result.value),
    yield* checkOutcomes(frozen.value, result.value),
    yield* checkHash('resultHash', resultText, [resultHash]),
  ];
  return checks.every(Boolean);
}

/** Where hashes can be had at once: verifies and gives every step. */
export function verifyAtOnce(
  verifying: Verifying,
  digests: { readonly hash: (message: Uint8Array) => string; readonly hmac: (key: string, message: Uint8Array) => string },
): { isRight: boolean; steps: Step[] } {
  const steps: Step[] = [];
  const asking = askVerification(verifying);
  let next = asking.next();
  while (!next.done) {
    const ask = next.value;
    if (ask.kind === 'step') steps.push(ask.step);
    next = asking.next(
      ask.kind === 'step'
        ? []
        : ask.messages.map((message) => (ask.kind === 'hash' ? digests.hash(message) : digests.hmac(ask.key, message))),
    );
  }
  return { isRight: next.value, steps };
}
