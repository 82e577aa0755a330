// Runs in a worker thread: a large pool takes seconds and a good deal of memory, which the server has no part in.
import { createHmac } from 'node:crypto';
import { answerAtOnce, askTeams, type Computed } from '#domain/draw/compute-draw.ts';
import { pickTargets } from '#domain/draw/order.ts';
import type { FrozenRecord } from '#domain/draw/record.ts';
import { answer, takeInput } from './answer.ts';
import { makeKeys } from './draw/ticket-keys.ts';

/** A frozen record as it is kept, and the seed in hex. */
export type DrawRequest = { readonly frozen: string; readonly seed: string };

const { frozen: text, seed } = takeInput<DrawRequest>();
const frozen = JSON.parse(text) as FrozenRecord;
const { compare, hexOf } = makeKeys(frozen.subjects, seed);
const keyed = (subject: number) => ({ id: frozen.subjects[subject]?.id ?? '', key: hexOf(subject) });
const picked = frozen.entries.map((_, entry) => {
  const { drawn, reserves } = pickTargets(frozen, entry, { compare });
  return { drawn: drawn.map(keyed), reserves: reserves.map(keyed) };
});
const key = Buffer.from(seed, 'hex');
answer<Computed>(answerAtOnce(askTeams(frozen, picked), (message) => createHmac('sha256', key).update(message).digest('hex')));
