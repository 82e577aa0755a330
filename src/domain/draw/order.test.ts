import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFrozen } from '#support/arbitrary-draw.ts';
import { drawnWith, frozenWith, hash } from '#support/frozen-draw.ts';
import { drawTargets, takeFirst } from './order.ts';
import type { FrozenRecord } from './record.ts';
import { sortFrozen, writeFrozen } from './write-record.ts';

const keysOf = ({ subjects }: FrozenRecord, turn: string) => new Map(subjects.map(({ id }) => [id, hash(id + turn)]));

describe('the first of many', () => {
  it('are what a whole sort begins with', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 200 }), fc.nat(40), (values, count) => {
        const places = [...values.keys()];
        const compare = (one: number, other: number) => (values[one] ?? 0) - (values[other] ?? 0) || one - other;
        expect(takeFirst(places, count, compare)).toEqual(places.toSorted(compare).slice(0, count));
      }),
    );
  });
});

describe('the targets', () => {
  it('are the first of each stratum, all in the order of keys, and the reserves are the rest', () => {
    fc.assert(
      fc.property(arbitraryFrozen, fc.string(), (record, turn) => {
        const frozen = sortFrozen(record);
        const keys = keysOf(frozen, turn);
        for (const [index, { strata }] of frozen.entries.entries()) {
          const own = frozen.subjects.filter(({ entries }) => entries.includes(index));
          const sorted = own.toSorted((one, other) => ((keys.get(one.id) ?? '') < (keys.get(other.id) ?? '') ? -1 : 1));
          const first = strata.flatMap(({ stratum, sample }) => sorted.filter((each) => each.stratum === stratum).slice(0, sample));
          const { drawn, reserves } = drawTargets(frozen, index, keys);
          expect(drawn.map(({ id }) => id)).toEqual(sorted.filter((each) => first.includes(each)).map(({ id }) => id));
          const rest = sorted.filter((each) => !first.includes(each)).map(({ id }) => id);
          expect(reserves.map(({ id }) => id)).toEqual(rest.slice(0, Math.max(10, drawn.length)));
        }
      }),
    );
  });

  it('of equal keys the smaller id comes first', () => {
    const frozen = sortFrozen(frozenWith({ pool: 5, sample: 2 }));
    const keys = new Map(frozen.subjects.map(({ id }) => [id, '00']));
    const { drawn, reserves } = drawTargets(frozen, 0, keys);
    expect([...drawn, ...reserves].map(({ id }) => id)).toEqual(frozen.subjects.map(({ id }) => id));
  });

  it('ten reserves are kept, or as many as were drawn', () => {
    const reservesFor = (sample: number) => drawnWith(frozenWith({ pool: 40, sample })).result.outcomes[0]?.reserves.length;
    expect([reservesFor(1), reservesFor(10), reservesFor(11), reservesFor(35), reservesFor(40)]).toEqual([10, 10, 11, 5, 0]);
  });
});

describe('the order of input', () => {
  it('makes no difference to the record', () => {
    const shuffled = (record: FrozenRecord) =>
      fc.record({
        subjects: fc.shuffledSubarray([...record.subjects], { minLength: record.subjects.length }),
        inspectors: fc.shuffledSubarray([...record.inspectors], { minLength: record.inspectors.length }),
      });
    fc.assert(
      fc.property(
        arbitraryFrozen.chain((record) => shuffled(record).map((lists) => ({ record, lists }))),
        ({ record, lists }) => {
          expect(writeFrozen({ ...record, ...lists })).toBe(writeFrozen(record));
          // Entries in another order, and what points at them as well.
          const turned = {
            ...record,
            entries: record.entries.toReversed(),
            subjects: record.subjects.map((each) => ({ ...each, entries: each.entries.map((at) => record.entries.length - 1 - at) })),
          };
          expect(writeFrozen(turned)).toBe(writeFrozen(record));
        },
      ),
    );
  });

  it('makes none to what is drawn, while any weight does make one to the hash', () => {
    const frozen = frozenWith();
    const turned = { ...frozen, subjects: frozen.subjects.toReversed(), inspectors: frozen.inspectors.toReversed() };
    expect(drawnWith(turned).result).toEqual(drawnWith(frozen).result);
    const heavier = frozen.subjects.map((each, index) => (index === 3 ? { ...each, weight: 16 } : each));
    expect(drawnWith({ ...frozen, subjects: heavier }).poolHash).not.toBe(drawnWith(frozen).poolHash);
  });
});
