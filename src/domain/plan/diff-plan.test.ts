import { describe, expect, it } from 'vitest';
import { diffPlans, isUnchanged } from './diff-plan.ts';
import { itemWith } from './plan.fixture.ts';
import { writeRecord } from './plan-record.ts';

const names = { agency: (code: string) => `单位${code}`, matter: (code: string) => `事项${code}` };
const changesOf = (changes: Parameters<typeof itemWith>[1]) =>
  diffPlans([itemWith('2027-0001')], [itemWith('2027-0001', changes)], names).changed.flatMap((each) => each.changes);

describe('what changed between two versions', () => {
  it('added, ended and unchanged entries, by number', () => {
    const [kept, ended, added] = [itemWith('2027-0001'), itemWith('2027-0002'), itemWith('2027-0003')];
    const diff = diffPlans([kept, ended], [kept, added], names);
    expect(diff).toEqual({ added: [added], changed: [], ended: [ended], unchanged: [kept] });
    expect([isUnchanged(diff), isUnchanged(diffPlans([kept], [kept], names))]).toEqual([false, true]);
  });

  it.each([
    [{ quota: 3, months: [{ month: 3, quota: 3 }] }, ['数量：4 家→3 家', '月份：3 月 4 家→3 月 3 家']],
    [{ form: 'document' as const }, ['方式：现场检查→书面核查']],
    [{ agencies: ['amr', 'fire'] }, ['参加单位：无→单位fire']],
    [{ agencies: ['fire'] }, ['牵头单位：单位amr→单位fire']],
    [{ matters: ['m-1', 'm-2'] }, ['事项：事项m-1→事项m-1、事项m-2']],
    [{ fullCoverage: true }, ['数量：4 家→4 家（全覆盖）']],
    [{ toDay: '2027-03-20' }, ['时间：3月1日—3月31日→3月1日—3月20日']],
    [{ source: null, poolLabel: '' }, ['对象：生产企业→未注明', '任务来源：自主→未注明']],
    [{ kind: 'special' as const, approvalDocument: '甲号' }, ['类别：年度抽查→专项抽查', '批准文件：无→甲号']],
  ])('%j in words, before and after', (changes, said) => {
    expect(changesOf(changes).map(({ field, before, after }) => `${field}：${before}→${after}`)).toEqual(said);
  });

  it('the order of members is no change', () => {
    const one = itemWith('2027-0001', { agencies: ['amr', 'fire', 'tax'], matters: ['m-1', 'm-2'] });
    const other = itemWith('2027-0001', { agencies: ['amr', 'tax', 'fire'], matters: ['m-2', 'm-1'] });
    expect(isUnchanged(diffPlans([one], [other], names))).toBe(true);
  });
});

describe('the record of a version', () => {
  const record = { district: '431103', year: 2027, version: 1, publishedAt: '2026-12-28T02:00:00.000Z', note: '', figures: null };
  const months = [3, 4].map((month) => ({ month, quota: 2 }));
  const [one, two] = [itemWith('2027-0001', { agencies: ['amr', 'tax', 'fire'], months }), itemWith('2027-0002')];

  it('is the same text in whatever order it was read, with its names sorted', () => {
    const text = writeRecord({ ...record, entries: [one, two] });
    expect(writeRecord({ ...record, entries: [two, { ...one, agencies: ['amr', 'fire', 'tax'], months: months.toReversed() }] })).toBe(
      text,
    );
    expect(text.startsWith('{"district":"431103","entries":[{"agencies":["amr","fire","tax"],')).toBe(true);
  });

  it('changes with every published value, and with nothing else', () => {
    const text = writeRecord({ ...record, entries: [one] });
    expect(writeRecord({ ...record, entries: [{ ...one, quota: 5 }] })).not.toBe(text);
    expect(writeRecord({ ...record, entries: [{ ...one, used: 3, drawn: true } as never] })).toBe(text);
  });
});
