import { describe, expect, it } from 'vitest';
import { policyWith } from '#domain/inspection/facts.fixture.ts';
import { itemWith, jointWith, lineWith } from './plan.fixture.ts';
import { findObstacles, type PublicationFacts, preparePublication } from './publication.ts';
import { findWarnings, measureMonths } from './publication-warnings.ts';

const names = { agency: (code: string) => code, matter: (code: string) => code };

function factsWith(changes: Partial<PublicationFacts> = {}): PublicationFacts {
  const known = { year: 2027, leads: new Map<string, string>() };
  return {
    known,
    lines: [lineWith('1')],
    joints: [],
    inForce: [],
    taken: new Map(),
    names,
    catalogue: { mergeableMatters: 5, matters: 20 },
    ...changes,
  };
}
const obstaclesOf = (changes: Partial<PublicationFacts>) => {
  const facts = factsWith(changes);
  return findObstacles(preparePublication(facts), facts).map(({ kind }) => kind);
};
const inForce = itemWith;

describe('the next version', () => {
  it('carries entries that no line made, ends those whose line is gone', () => {
    const known = { year: 2027, leads: new Map([['2027-0003', 'amr'] as const, ['2027-0005', 'amr'] as const]) };
    const lines = [lineWith('1'), lineWith('2', { outcome: 'dropped', entryNo: '2027-0005' })];
    const { items, diff, figures } = preparePublication(factsWith({ known, lines, inForce: [inForce('2027-0003'), inForce('2027-0005')] }));
    expect(items.map(({ no }) => no)).toEqual(['2027-0003', '2027-0006']);
    expect([diff.ended, diff.unchanged, diff.added].map((part) => part.map(({ no }) => no))).toEqual([
      ['2027-0005'],
      ['2027-0003'],
      ['2027-0006'],
    ]);
    expect(figures).toMatchObject({ declaredLines: 2, plannedEntries: 1, droppedLines: 1, mergeableMatters: 5, matters: 20 });
  });

  it('counts a joint entry once', () => {
    const lines = ['1', '2'].map((id) => lineWith(id, { outcome: 'merged', jointId: 'j' }));
    expect(preparePublication(factsWith({ lines, joints: [jointWith()] })).figures).toMatchObject({
      ...{ declaredVisits: 24, plannedVisits: 14, mergedLines: 2, joints: 1 },
    });
  });
});

describe('what stands against it', () => {
  it('lines that nobody has looked at, but not returned ones', () => {
    expect(obstaclesOf({ lines: [lineWith('1'), lineWith('2', { outcome: 'unreviewed' })] })).toEqual(['unreviewed']);
    expect(obstaclesOf({ lines: [lineWith('1'), lineWith('2', { outcome: 'returned' })] })).toEqual([]);
  });

  it('fewer places than were taken; as many are enough', () => {
    const lines = [lineWith('1', { entryNo: '2027-0001', count: 3 })];
    const taken = (used: number) => new Map([['2027-0001', used]]);
    expect(obstaclesOf({ lines, inForce: [inForce('2027-0001')], taken: taken(4) })).toEqual(['overUsed']);
    expect(obstaclesOf({ lines, inForce: [inForce('2027-0001')], taken: taken(3) })).toEqual([]);
  });

  it('the same of an entry that comes back after a version without it', () => {
    const known = { year: 2027, leads: new Map([['2027-0001', 'amr']]) };
    const back = (count: number) => ({
      known,
      lines: [lineWith('1', { entryNo: '2027-0001', count })],
      taken: new Map([['2027-0001', 8]]),
    });
    expect(obstaclesOf(back(5))).toEqual(['overUsed']);
    expect(obstaclesOf(back(8))).toEqual([]);
  });

  it('nothing to publish, and nothing new', () => {
    expect(obstaclesOf({ lines: [] })).toEqual(['empty']);
    expect(obstaclesOf({ lines: [], inForce: [inForce('2027-0001')] })).toEqual(['unchanged']);
  });
});

describe('what to look at again', () => {
  const policy = policyWith({
    quietDays: { recurrences: [{ type: 'monthDays', from: 1, to: 20 }], kinds: ['annual'], enterprises: 'all', exemptions: [] },
  });
  const measure = { year: 2027, today: '2027-04-01', policy, calendar: { days: new Map(), officialYears: new Set([2027]) } };
  const titlesOf = (line: Parameters<typeof lineWith>[1], special: string[] = []) =>
    findWarnings(preparePublication(factsWith({ lines: [lineWith('1', line)] })), measure, new Set(special)).map(({ title }) => title);
  const quiet = { period: { kind: 'range', from: '2027-09-01', to: '2027-09-20' } as const, months: [9] };

  it('time that has passed; the last day is still time', () => {
    expect(titlesOf({ months: [3] })).toEqual(['时间已过']);
    expect(titlesOf({ months: [4] })).toEqual([]);
  });

  it('no day on which anybody may enter, special fields and off-site forms apart', () => {
    expect(titlesOf(quiet)).toEqual(['没有可入企的日子']);
    expect(titlesOf({ ...quiet, period: { ...quiet.period, to: '2027-09-21' } })).toEqual([]);
    expect(titlesOf(quiet, ['m-1'])).toEqual([]);
    expect(titlesOf({ ...quiet, form: 'remote' })).toEqual([]);
  });

  it('months beyond what the open working days bear', () => {
    const { visitsPerOpenDay } = policy.values.planning.value;
    const [, , , , , june] = measureMonths([itemWith('2027-0001', { months: [{ month: 6, quota: 9 }] })], measure);
    expect(june).toEqual({ month: 6, visits: 9, open: 8, capacity: 8 * visitsPerOpenDay });
    expect(titlesOf({ months: [6], count: 8 * visitsPerOpenDay })).toEqual([]);
    expect(titlesOf({ months: [6], count: 8 * visitsPerOpenDay + 1 })).toEqual(['超容量的月份']);
  });

  it('a matter of an agency that stands in another entry as well', () => {
    const twice = (...matters: string[]) =>
      findWarnings(
        preparePublication(
          factsWith({
            lines: matters.map((matter, index) =>
              lineWith(String(index + 1), { matter: { id: matter, code: matter, name: matter, specialField: false } }),
            ),
          }),
        ),
        measure,
        new Set(),
      ).map(({ title }) => title);
    expect(twice('m-1', 'm-2')).not.toContain('事项重复');
    expect(twice('m-1', 'm-1')).toContain('事项重复');
  });

  it('no places at all', () => {
    expect(titlesOf({ months: [9], count: 0 })).toEqual(['数量为 0']);
  });
});
