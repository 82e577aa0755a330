import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digests, drawnWith, frozenWith, hash } from '#support/frozen-draw.ts';
import type { DrawResult, FrozenRecord } from './record.ts';
import { stepIds, verifyAtOnce } from './verify.ts';
import { writeFrozen, writeResult } from './write-record.ts';

const frozen = frozenWith();
const drawn = drawnWith(frozen);
const published = { poolHash: drawn.poolHash, resultHash: hash(writeResult(drawn.result)) };
const verify = (text: string, result: string, known: object = published) => verifyAtOnce({ frozen: text, result, ...known }, digests);
const faultsOf = (text: string, result: string, known: object = published) =>
  verify(text, result, known).steps.flatMap(({ id, fault }) => (fault === null ? [] : [id]));
const withResult = (change: Partial<DrawResult>) => faultsOf(drawn.text, writeResult({ ...drawn.result, ...change }));
const withFrozen = (change: Partial<FrozenRecord>) => faultsOf(writeFrozen({ ...frozen, ...change }), writeResult(drawn.result));

describe('verifying a draw', () => {
  it('goes through every step, and all are right', () => {
    const { isRight, steps } = verify(drawn.text, writeResult(drawn.result));
    expect(steps.map(({ id, fault }) => [id, fault])).toEqual(stepIds.map((id) => [id, null]));
    expect(isRight).toBe(true);
  });

  it('also without the hashes that were published', () => {
    expect(verify(drawn.text, writeResult(drawn.result), {}).isRight).toBe(true);
  });

  const [first, ...rest] = frozen.subjects;
  const target = drawn.result.outcomes[0]?.targets[0]?.id;
  it.each<[string, Partial<FrozenRecord>]>([
    ['a weight', { subjects: [{ id: '', stratum: '', entries: [0], ...first, weight: 5 }, ...rest] }],
    ['a member', { subjects: [{ stratum: '', entries: [0], weight: 1, ...first, id: '91431103MA4L999999' }, ...rest] }],
    ['an exclusion', { excluded: [] }],
    ['the reason of an exclusion', { excluded: frozen.excluded.map((each) => ({ ...each, reason: 'cancelled' })) }],
    ['an inspector', { inspectors: frozen.inspectors.slice(1) }],
    ['a recusal', { inspectors: frozen.inspectors.map((each) => ({ ...each, recused: [target ?? ''] })) }],
    ['the order of the parties', { parties: frozen.parties.toReversed() }],
    ['a deadline', { hours: { objection: 24, commit: 2, reveal: 3 } }],
  ])('a changed record: %s', (_what, change) => expect(withFrozen(change)).toContain('poolHash'));

  const round = (change: object) => ({
    rounds: drawn.result.rounds.map((each) => ({
      ...each,
      parties: each.parties.map((party, index) => (index === 1 ? { ...party, ...change } : party)),
    })),
  });
  it.each<[string, Partial<DrawResult>, string[]]>([
    ['a reveal', round({ reveal: hash('other') }), ['commitments', 'seed', 'resultHash']],
    ['a commitment', round({ commitment: hash('other') }), ['commitments', 'resultHash']],
    ['a party that did not reveal', round({ reveal: null }), ['commitments', 'seed', 'resultHash']],
    ['a party that is said to have withheld', round({ withheld: true }), ['commitments', 'resultHash']],
    ['the seed', { seed: hash('seed') }, ['seed', 'targets', 'officers', 'resultHash']],
    ['a number that was not agreed on', { number: '123' }, ['seed', 'resultHash']],
    ['no rounds', { rounds: [] }, ['record']],
    ['no outcome', { outcomes: [] }, ['record']],
  ])('a changed result: %s', (_what, change, faults) => expect(withResult(change)).toEqual(faults));

  const outcome = drawn.result.outcomes[0] ?? { entry: '', targets: [], reserves: [] };
  it.each<[string, object, string[]]>([
    ['two targets that changed places', { targets: outcome.targets.toReversed() }, ['targets', 'officers', 'resultHash']],
    ['a target left out', { targets: outcome.targets.slice(1) }, ['targets', 'officers', 'resultHash']],
    ['a reserve left out', { reserves: outcome.reserves.slice(1) }, ['targets', 'officers', 'resultHash']],
    [
      'officers that changed places',
      { targets: outcome.targets.map((each) => ({ ...each, officers: each.officers.toReversed() })) },
      ['officers', 'resultHash'],
    ],
  ])('a changed outcome: %s', (_what, change, faults) => expect(withResult({ outcomes: [{ ...outcome, ...change }] })).toEqual(faults));

  it('notices every changed byte of either text, and never fails over it', () => {
    const texts = [drawn.text, writeResult(drawn.result)];
    fc.assert(
      fc.property(fc.nat(1), fc.nat(), fc.integer({ min: 32, max: 126 }), (which, place, code) => {
        const text = texts[which] ?? '';
        const at = place % text.length;
        const changed = text.slice(0, at) + String.fromCharCode(code) + text.slice(at + 1);
        fc.pre(changed !== text);
        const { isRight } = which === 0 ? verify(changed, texts[1] ?? '') : verify(texts[0] ?? '', changed);
        expect(isRight).toBe(false);
      }),
      { numRuns: 150 },
    );
  });

  it('without any hash published it still notices every byte of the record: the result names its hash', () => {
    fc.assert(
      fc.property(fc.nat(), (place) => {
        const at = place % drawn.text.length;
        const changed = drawn.text.slice(0, at) + (drawn.text[at] === '0' ? '1' : '0') + drawn.text.slice(at + 1);
        expect(verify(changed, writeResult(drawn.result), {}).isRight).toBe(false);
      }),
      { numRuns: 100 },
    );
  });
});
