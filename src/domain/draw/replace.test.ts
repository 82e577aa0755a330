import { expect, it } from 'vitest';
import { frozenWith, hmac } from '#support/frozen-draw.ts';
import { computeOutcomes } from './compute-draw.ts';
import { nextInOrder } from './replace.ts';

const seed = '5'.repeat(64);
const frozen = frozenWith({ pool: 40, sample: 3 });
const of = (message: Uint8Array) => hmac(seed, message);
const computed = computeOutcomes(frozen, of);
if (computed.kind !== 'outcomes') throw new Error('no outcome');
const { targets = [], reserves = [] } = computed.outcomes[0] ?? {};
const used = new Set(targets.map(({ id }) => id));
const [first, second] = reserves;

it('passes over whoever nobody can be sent to, and says so', () => {
  const inspectors = frozen.inspectors.map((officer) => ({ ...officer, recused: [first?.id ?? ''] }));
  const next = nextInOrder({ frozen: { ...frozen, inspectors }, entry: 0, reserves, used, given: new Map() }, of);
  expect(next).toMatchObject({ kind: 'next', id: second?.id, passed: [first?.id] });
});

it('goes on beyond the reserves in the same order, to the last candidate', () => {
  const ask = (more: ReadonlySet<string>) =>
    nextInOrder({ frozen, entry: 0, reserves, used: new Set([...used, ...more]), given: new Map() }, of);
  const come = new Set<string>();
  for (let next = ask(come); next.kind === 'next'; next = ask(come)) come.add(next.id);
  expect([...come].slice(0, reserves.length)).toEqual(reserves.map(({ id }) => id));
  expect(come.size).toBe(37);
});
