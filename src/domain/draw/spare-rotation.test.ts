import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { arbitraryFrozen } from '#support/arbitrary-draw.ts';
import type { PooledOfficer } from './compose-frozen.ts';
import { missingOfficers } from './officers.ts';
import type { FrozenRecord, Officer } from './record.ts';
import { spareRotation } from './spare-rotation.ts';

type Apart = { recused?: readonly string[]; visitedLast?: readonly string[] };
const officer = (id: string, apart: Apart = {}): PooledOfficer => {
  return { id, agency: 'amr', groups: [], recused: [], visitedLast: [], reason: null, ...apart };
};
const teams = [{ agencies: [{ agency: 'amr', groups: [] }], officers: 2 }];
const subjects = ['A', 'B', 'C'].map((id) => ({ id, entries: [0] }));
const ask = (officers: readonly PooledOfficer[]) => spareRotation(teams, { subjects, officers });

describe('rotation', () => {
  it('stands where it leaves a team, and yields for that enterprise alone where it does not', () => {
    const officers = [officer('1', { visitedLast: ['A', 'B'] }), officer('2', { visitedLast: ['A'] }), officer('3')];
    expect(ask(officers)).toEqual({
      officers: [officer('1', { visitedLast: ['B'] }), officer('2'), officer('3')],
      spared: ['A'],
      barred: [],
    });
  });

  it('counts nobody who cannot be sent', () => {
    const officers = [officer('1', { visitedLast: ['A'] }), officer('2'), { ...officer('3'), reason: 'left' as const }];
    expect(ask(officers).spared).toEqual(['A']);
  });

  it('says nothing where there is no team for anybody, and of enterprises that are no candidates', () => {
    expect(ask([officer('1', { recused: ['A'] })])).toMatchObject({ spared: [], barred: [] });
    expect(ask([officer('1', { recused: ['Z'] }), officer('2')])).toMatchObject({ spared: [], barred: [] });
  });
});

it('recusals never yield: whoever could not be served at all is named', () => {
  const officers = [
    officer('1', { recused: ['A'], visitedLast: ['B'] }),
    officer('2', { recused: ['A'], visitedLast: ['A', 'B'] }),
    officer('3'),
  ];
  const { spared, barred, officers: after } = ask(officers);
  expect({ spared, barred }).toEqual({ spared: ['B'], barred: [{ entry: 0, id: 'A', available: 1 }] });
  expect(after[1]).toMatchObject({ recused: ['A'], visitedLast: ['A'] });
});

it('after it every candidate that is not barred has a team of its own, as the computation asks', () => {
  const isServed = (frozen: FrozenRecord, inspectors: readonly Officer[], task: { entry: number; target: string }) =>
    missingOfficers({ frozen: { ...frozen, inspectors }, tasks: [task], given: new Map() }).every(({ cause }) => cause !== 'range');
  fc.assert(
    fc.property(arbitraryFrozen, (frozen) => {
      const pooled = frozen.inspectors.map((each) => ({ ...each, reason: null }));
      const { officers, barred, spared } = spareRotation(frozen.entries, { subjects: frozen.subjects, officers: pooled });
      for (const { id, entries } of frozen.subjects) {
        for (const entry of entries) {
          const task = { entry, target: id };
          const isAnyServed = isServed(frozen, officers, { entry, target: 'nobody' });
          const isBarred = barred.some((each) => each.entry === entry && each.id === id);
          if (isAnyServed) expect(isServed(frozen, officers, task)).toBe(!isBarred);
        }
        // Where rotation yielded, it was needed.
        if (spared.includes(id)) {
          expect(entries.every((entry) => isServed(frozen, frozen.inspectors, { entry, target: id }))).toBe(false);
        }
      }
    }),
  );
});
