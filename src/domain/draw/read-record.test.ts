import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { writeCanonical } from '#domain/record/canonical.ts';
import { arbitraryFrozen } from '#support/arbitrary-draw.ts';
import { drawnWith, frozenWith } from '#support/frozen-draw.ts';
import { readFrozen, readResult } from './read-record.ts';
import type { FrozenEntry, FrozenRecord } from './record.ts';
import { sortFrozen, writeFrozen, writeResult } from './write-record.ts';

const frozen = frozenWith();
const faultOf = (change: object) => {
  const read = readFrozen(writeCanonical({ ...sortFrozen(frozen), ...change }));
  return read.kind === 'fault' ? read.fault : null;
};
const withSubject = (change: object) => ({ subjects: frozen.subjects.map((each, index) => (index === 0 ? { ...each, ...change } : each)) });
const [entry] = sortFrozen(frozen).entries as [FrozenEntry];

describe('reading a frozen record', () => {
  it('gives back what was written, which is canonical', () => {
    fc.assert(
      fc.property(arbitraryFrozen, (record) => {
        const text = writeFrozen(record);
        expect(text).toBe(writeCanonical(sortFrozen(record)));
        expect(readFrozen(text)).toEqual({ kind: 'read', value: sortFrozen(record) });
      }),
    );
  });

  it.each<[string, object, RegExp | null]>([
    ['nothing changed', {}, null],
    ['a weight of 16', withSubject({ weight: 16 }), null],
    ['a weight of 17', withSubject({ weight: 17 }), /第 1 项的票数应当是 1 到 16 的整数/],
    ['a weight of 0', withSubject({ weight: 0 }), /票数/],
    ['a weight in words', withSubject({ weight: '1' }), /票数/],
    ['an id with a blank', withSubject({ id: 'a b' }), /代码的写法不对/],
    ['an id that is there already', withSubject({ id: frozen.subjects[1]?.id }), /出现了两次/],
    ['an entry that is not there', withSubject({ entries: [1] }), /没有的计划项/],
    ['a stratum that is not there', withSubject({ stratum: 'A' }), /分层户数与名单不符/],
    ['a field too many', { note: '' }, /多出一个字段“note”/],
    ['a field too few', { parties: undefined }, /缺少“参与方”（parties）/],
    ['one party', { parties: ['a'] }, /至少 2 项/],
    ['a party twice', { parties: ['a', 'a'] }, /参与方列了两次/],
    ['another format', { format: 'ningqi-draw/2' }, /格式/],
    ['a control character', { draw: 'a\u0001' }, /不能出现的字符/],
    ['a list that is none', { excluded: {} }, /排除名单应当是一列/],
    ['a reason that is none', { excluded: [{ entry: 0, id: 'a', reason: 'friend' }] }, /理由/],
    ['an exclusion of no entry', { excluded: [{ entry: 1, id: 'a', reason: 'suspended' }] }, /没有的计划项/],
    ['no entry', { entries: [] }, /计划项/],
    ['an entry twice', { entries: [entry, entry] }, /计划项列了两次/],
    [
      'fewer officers than agencies',
      { entries: [{ ...entry, agencies: [...entry.agencies, { agency: 'z', groups: [] }], officers: 1 }] },
      /人数/,
    ],
    ['an agency twice', { entries: [{ ...entry, agencies: [...entry.agencies, ...entry.agencies] }] }, /重复列出同一个单位/],
    [
      'more groups than there may be',
      { entries: [{ ...entry, agencies: [{ agency: 'z', groups: Array.from({ length: 31 }, (_, n) => `g${n + 10}`) }] }] },
      /多于 30/,
    ],
    ['a sample above the pool', { entries: [{ ...entry, strata: [{ stratum: '', size: 40, sample: 41 }] }] }, /抽取数不在/],
    ['a size that is not the pool', { entries: [{ ...entry, strata: [{ stratum: '', size: 41, sample: 6 }] }] }, /分层户数/],
    ['subjects in another order', { subjects: frozen.subjects.toReversed() }, /排列或写法/],
  ])('%s', (_what, change, fault) => (fault ? expect(faultOf(change)).toMatch(fault) : expect(faultOf(change)).toBeNull()));

  it('a sample that is not divided in proportion', () => {
    const subjects = frozen.subjects.map((each, index) => ({ ...each, stratum: index < 20 ? 'A' : 'B' }));
    const parts = (one: number, other: number) => [
      { stratum: 'A', size: 20, sample: one },
      { stratum: 'B', size: 20, sample: other },
    ];
    const faultWith = (one: number, other: number) => faultOf({ subjects, entries: [{ ...entry, strata: parts(one, other) }] });
    expect(faultWith(3, 3)).toBeNull();
    expect(faultWith(4, 2)).toMatch(/没有按比例/);
  });

  it.each(['', 'null', '[]', '{', '{"format":"ningqi-draw/1"}', '7', '"\\ud800"'])('%s is a fault, not an exception', (text) => {
    expect(readFrozen(text).kind).toBe('fault');
    expect(readResult(text).kind).toBe('fault');
  });

  it('blanks, a name twice and other escapes are not how the format writes', () => {
    const text = writeFrozen(frozen);
    const changed = [`${text}\n`, text.replace('{', '{"district":"431103",'), text.replace('抽', '\\u62bd'), text.replace(':40', ':40.0')];
    for (const each of changed) expect(readFrozen(each)).toEqual({ kind: 'fault', fault: '冻结记录的排列或写法与格式不符' });
  });

  it('nothing that JSON can hold makes it fail', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(frozen)), fc.jsonValue(), (name, value) => {
        const text = JSON.stringify({ ...frozen, [name]: value } as FrozenRecord);
        expect(['read', 'fault']).toContain(readFrozen(text).kind);
      }),
    );
  });
});

describe('reading a result', () => {
  const { result } = drawnWith(frozen);
  it('gives back what was written', () => expect(readResult(writeResult(result))).toEqual({ kind: 'read', value: result }));

  it.each<[string, object, RegExp]>([
    ['a seed that is none', { seed: 'AB' }, /种子/],
    ['a number with letters', { number: '12a' }, /公共号码/],
    ['no rounds', { rounds: [] }, /轮次/],
    [
      'a target without officers',
      { outcomes: [{ entry: 'a', targets: [{ id: 'a', key: result.seed, officers: [] }], reserves: [] }] },
      /执法人员/,
    ],
  ])('%s', (_what, change, fault) =>
    expect(readResult(writeCanonical({ ...result, ...change }))).toMatchObject({ fault: expect.stringMatching(fault) }),
  );
});
