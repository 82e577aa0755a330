import { describe, expect, it } from 'vitest';
import { wholePool } from '#domain/declaration/pool.ts';
import { composePlan, type KnownNumbers, type PlanLine } from './compose-plan.ts';
import { jointWith, lineWith } from './plan.fixture.ts';

const none: KnownNumbers = { year: 2027, leads: new Map() };
const usedBy = (...leads: [string, string][]): KnownNumbers => ({ year: 2027, leads: new Map(leads) });
const numbersOf = (lines: PlanLine[], known = none, joints = [jointWith()]) => composePlan(lines, joints, known).map(({ no }) => no);
const merged = (id: string, changes: Partial<PlanLine> = {}) => lineWith(id, { outcome: 'merged', jointId: 'j', months: [9], ...changes });

describe('what becomes an entry', () => {
  it('a kept line alone, with its places divided over its months', () => {
    expect(composePlan([lineWith('1', { count: 7 })], [], none)).toEqual([
      expect.objectContaining({
        ...{ no: '2027-0001', title: '事项1', kind: 'annual', form: 'onsite', quota: 7, fullCoverage: false, source: 'province' },
        ...{ agencies: ['amr'], matters: ['m-1'], matterIds: ['row-1'], lineIds: ['1'], poolLabel: '食品生产企业', approvalDocument: '' },
        months: [
          { month: 3, quota: 4 },
          { month: 4, quota: 3 },
        ],
        ...{ fromDay: '2027-03-01', toDay: '2027-04-30' },
      }),
    ]);
  });

  it('off-site lines too; dropped, returned and unreviewed ones not', () => {
    const outcomes = ['dropped', 'returned', 'unreviewed'] as const;
    const lines = [lineWith('1', { form: 'document' }), ...outcomes.map((outcome) => lineWith(outcome, { outcome }))];
    expect(composePlan(lines, [], none).map(({ form, lineIds }) => [form, lineIds])).toEqual([['document', ['1']]]);
  });

  it('merged lines together: the lead first, every agency with its matters, places of the step', () => {
    const fire = merged('2', { agency: 'fire', partners: ['housing'], approvalDocument: '甲号', poolLabel: '厂房' });
    const [entry] = composePlan([fire, merged('1', { approvalDocument: '乙号' })], [jointWith()], none);
    expect(entry).toMatchObject({
      ...{ title: '事项1等 2 项联合检查', agencies: ['amr', 'fire', 'housing'], matters: ['m-1', 'm-2'], quota: 14, lineIds: ['1', '2'] },
      ...{ months: [{ month: 9, quota: 14 }], fromDay: '2027-09-01', toDay: '2027-09-30', poolLabel: '食品生产企业、厂房' },
      approvalDocument: '乙号；甲号',
    });
  });

  it('visits no fewer than its largest line and no more than all of them, and leads who is left', () => {
    const lines = [merged('1', { count: 12 }), merged('2', { agency: 'fire', count: 3 })];
    expect(composePlan(lines, [jointWith({ count: 40 })], none)[0]?.quota).toBe(15);
    expect(composePlan(lines, [jointWith({ count: 2 })], none)[0]?.quota).toBe(12);
    expect(composePlan(lines, [jointWith({ lead: 'tax' })], none)[0]?.agencies).toEqual(['amr', 'fire']);
  });

  it('the same matter of two lines is one, also where the catalogue has changed between them', () => {
    const matter = lineWith('1').matter;
    const later = { ...matter, id: 'row-later' };
    const [entry] = composePlan([merged('1', { matter }), merged('2', { matter: later, agency: 'fire' })], [jointWith()], none);
    expect(entry).toMatchObject({ title: '事项1联合检查', matters: ['m-1'] });
    expect(entry?.matterIds).toHaveLength(1);
  });

  it('months in their order, whatever order they were chosen in', () => {
    expect(composePlan([lineWith('1', { months: [6, 5], count: 7 })], [], none)[0]?.months).toEqual([
      { month: 5, quota: 4 },
      { month: 6, quota: 3 },
    ]);
  });

  it('a joint entry keeps the pool of every line for the draw; a single one its own', () => {
    const park = { ...wholePool, inPark: true };
    const lines = [merged('1', { count: 12 }), merged('2', { agency: 'fire', pool: park, poolLabel: '园区企业', count: 3 })];
    expect(composePlan(lines, [jointWith()], none)[0]?.pool.parts).toEqual([
      { agency: 'amr', matter: 'm-1', poolLabel: '食品生产企业', count: 12, pool: wholePool },
      { agency: 'fire', matter: 'm-2', poolLabel: '园区企业', count: 3, pool: park },
    ]);
    expect(composePlan([lineWith('1')], [], none)[0]?.pool).toEqual(wholePool);
  });
});

describe('its days', () => {
  const range = { kind: 'range', from: '2027-09-21', to: '2027-09-25' } as const;

  it('are the dates written where they lie in its months', () => {
    expect(composePlan([lineWith('1', { period: range, months: [9] })], [], none)[0]).toMatchObject({
      fromDay: '2027-09-21',
      toDay: '2027-09-25',
    });
    const later = { kind: 'range', from: '2027-09-24', to: '2027-10-05' } as const;
    const lines = [merged('1', { period: range }), merged('2', { agency: 'fire', period: later })];
    expect(composePlan(lines, [jointWith()], none)[0]).toMatchObject({ fromDay: '2027-09-24', toDay: '2027-09-25' });
  });

  it('are the whole months where they were moved elsewhere, or to more or fewer months than declared', () => {
    const march = { kind: 'range', from: '2027-03-21', to: '2027-03-31' } as const;
    const daysIn = (period: PlanLine['period'], months: number[]) => {
      const [entry] = composePlan([lineWith('1', { period, months })], [], none);
      return [entry?.fromDay, entry?.toDay];
    };
    expect(daysIn(march, [3])).toEqual(['2027-03-21', '2027-03-31']);
    expect(daysIn(march, [3, 4])).toEqual(['2027-03-01', '2027-04-30']);
    expect(daysIn({ ...march, to: '2027-04-10' }, [4])).toEqual(['2027-04-01', '2027-04-30']);
    expect(composePlan([lineWith('1', { period: range, months: [11] })], [], none)[0]).toMatchObject({
      fromDay: '2027-11-01',
      toDay: '2027-11-30',
    });
  });
});

describe('full coverage', () => {
  const all = { quantity: { kind: 'all' } as const, matter: { ...lineWith('1').matter, specialField: true } };
  const isFull = (changes: Partial<PlanLine>) => composePlan([lineWith('1', changes)], [], none)[0]?.fullCoverage;

  it('is every enterprise of a special field, untrimmed', () => {
    expect(isFull(all)).toBe(true);
    expect(isFull({ ...all, count: 11 })).toBe(false);
    expect(isFull({ ...all, quantity: { kind: 'count', count: 12 } })).toBe(false);
    expect(isFull({ quantity: { kind: 'all' } })).toBe(false);
  });
});

describe('numbers', () => {
  it('go on after the highest ever given, in the order of the lines', () => {
    expect(numbersOf([lineWith('1'), lineWith('2')], usedBy(['2027-0118', 'amr'], ['2027-0003', 'fire']))).toEqual([
      '2027-0119',
      '2027-0120',
    ]);
  });

  it('stay with the line that was published', () => {
    const known = usedBy(['2027-0001', 'amr'], ['2027-0002', 'amr']);
    expect(numbersOf([lineWith('9'), lineWith('1', { entryNo: '2027-0001' })], known)).toEqual(['2027-0003', '2027-0001']);
  });

  it('a joint entry goes on under that of the line that leads', () => {
    const known = usedBy(['2027-0001', 'fire'], ['2027-0002', 'amr']);
    const lines = [merged('1', { agency: 'fire', entryNo: '2027-0001' }), merged('2', { entryNo: '2027-0002' })];
    expect(numbersOf(lines, known)).toEqual(['2027-0002']);
    expect(numbersOf(lines, known, [jointWith({ lead: 'fire' })])).toEqual(['2027-0001']);
  });

  it('a line that leaves a joint entry gets its own, the entry keeps its number', () => {
    const known = usedBy(['2027-0002', 'amr']);
    const published = { entryNo: '2027-0002' };
    const lines = [lineWith('1', published), merged('2', published), merged('3', { agency: 'fire', ...published })];
    expect(numbersOf(lines, known)).toEqual(['2027-0003', '2027-0002']);
  });

  it('where a joint entry is taken apart, the lead goes on under its number', () => {
    const lines = [lineWith('1', { agency: 'fire', entryNo: '2027-0002' }), lineWith('2', { entryNo: '2027-0002' })];
    expect(numbersOf(lines, usedBy(['2027-0002', 'amr']))).toEqual(['2027-0003', '2027-0002']);
  });
});
