import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ticketMessages } from '#domain/draw/messages.ts';
import { makeKeys } from './ticket-keys.ts';

const seedOf = (turn: number) => createHash('sha256').update(String(turn)).digest('hex');
const subjectOf = (id: string, weight: number) => ({ id, weight, stratum: '', entries: [0] });

function slowKey(seed: string, subject: { id: string; weight: number }): string | undefined {
  const key = Buffer.from(seed, 'hex');
  return ticketMessages(subject)
    .map((message) => createHmac('sha256', key).update(message).digest('hex'))
    .sort()[0];
}

describe('the keys of a large pool', () => {
  it('are those that node:crypto makes, for ids of every length and all weights', () => {
    for (let length = 1; length <= 100; length++) {
      const subjects = [1, 9, 10, 16].map((weight, index) => subjectOf(String(index).repeat(length), weight));
      const keys = makeKeys(subjects, seedOf(length));
      expect(subjects.map((_, index) => keys.hexOf(index))).toEqual(subjects.map((subject) => slowKey(seedOf(length), subject)));
    }
  });

  it('sort as their hex does', () => {
    fc.assert(
      fc.property(fc.nat(), fc.uniqueArray(fc.integer({ min: 100, max: 999 }), { minLength: 2, maxLength: 30 }), (turn, numbers) => {
        const subjects = numbers.toSorted().map((number) => subjectOf(String(number), 1 + (number % 16)));
        const { compare, hexOf } = makeKeys(subjects, seedOf(turn));
        const order = [...subjects.keys()].sort(compare).map(hexOf);
        expect(order).toEqual(order.toSorted());
        expect(compare(0, 0)).toBe(0);
      }),
    );
  });
});
