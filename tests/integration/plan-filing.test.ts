import { describe, expect, it } from 'vitest';
import { monthOf } from '#domain/calendar/local-day.ts';
import { wholePool } from '#domain/declaration/pool.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { loadDraftDesk } from '#features/filing/queries/load-draft-desk.ts';
import type { FilingBody } from '#features/filing/schema.ts';
import { publishPlan } from '#features/plan/commands/publish-plan.ts';
import { declareLine } from '#seed/builders/declaration.ts';
import { journey } from '#seed/story.data.ts';
import { fileVisit, openDraft } from '#support/filings.ts';
import { accepted, act, agencyOf, keyOf, officeOf, succeed } from '#support/people.ts';
import { publicationOf, publish, readEntries } from '#support/plans.ts';
import { at, freeDay, freeDays, plannedVisit, visitYear } from '#support/requests.ts';
import { declare, take } from '#support/review.ts';

const { leng } = journey;
const { matter, enterprises, inspectors } = leng.specialField;
const [office, key, filer] = await Promise.all([officeOf('luolin'), keyOf(leng.agency), agencyOf('shenleyu')]);
const month = monthOf(freeDay);
const [other = 12, third = 11] = [12, 11, 10].filter((one) => one !== month);
const sorted = (...months: number[]) => months.sort((one, two) => one - two);

/** Two enterprises of a special field, one planned for next month and one for another. */
const pool = { ...wholePool, list: enterprises.slice(0, 2) };
const period = { kind: 'month', months: sorted(month, other) } as const;
const { lineIds } = await declare(leng.agency, [declareLine(matter, { quantity: { kind: 'all' }, pool, period })], { year: visitYear });
const step = { year: visitYear, lineIds };
await take(office, { ...step, action: 'keep' });
const version = await publish(office, visitYear);
const rowsOf = async () => (await readEntries(leng.districtCode, visitYear)).filter(({ since }) => since >= version);
const [entry] = await rowsOf();
if (!entry) throw new Error('nothing was published');

function visitOf(nth: number, change: Partial<FilingBody> = {}): FilingBody {
  const day = freeDays[nth] ?? freeDay;
  return plannedVisit(leng, {
    ...{ kind: 'annual', form: 'onsite', planEntry: entry?.no ?? '', enterprise: enterprises[nth] ?? '', matters: [matter] },
    ...{ inspectors: [...inspectors], start: at(day, '09:00'), end: at(day, '11:00') },
    ...change,
  });
}
const plannedOf = (verdict: { findings: readonly { rule: string }[] }) => verdict.findings.find(({ rule }) => rule === 'planned');
let second = '';

describe('a filing against the plan just published', () => {
  it('takes a place of the entry and of its month', async () => {
    const filed = await accepted(fileVisit(key, visitOf(0)));
    expect(filed.status).toBe('filed');
    expect(plannedOf(filed.verdict)).toMatchObject({ outcome: 'allowed', facts: { 计划项: expect.stringContaining(`第 ${version} 版`) } });
    expect((await rowsOf())[0]).toMatchObject({ quota: 2, used: 1, months: { [month]: [1, 1], [other]: [1, 0] } });
  });

  it('is lawful, with a word of warning, when the month is used up', async () => {
    const filed = await accepted(fileVisit(key, visitOf(1)));
    second = filed.id;
    expect(plannedOf(filed.verdict)).toMatchObject({
      outcome: 'allowed',
      say: expect.stringContaining(`${month} 月计划的 1 家已经用完`),
      facts: { 月份: expect.any(String) },
    });
    expect((await rowsOf())[0]).toMatchObject({ used: 2, months: { [month]: [1, 2], [other]: [1, 0] } });
  });

  it.each([
    ['beyond the total', visitOf(2)],
    ['of an entry that no plan has', visitOf(2, { planEntry: `${visitYear}-9998` })],
  ])('%s is refused by the rule', async (_name, body) => {
    const outcome = await fileVisit(key, body);
    expect(outcome.ok ? null : outcome.refusal).toMatchObject({
      kind: 'unlawful',
      verdict: { findings: expect.arrayContaining([expect.objectContaining({ rule: 'planned', outcome: 'forbidden' })]) },
    });
  });
});

describe('after the next version', () => {
  it('a changed entry goes on with what was used; a withdrawn visit gives place and month back to the row in force', async () => {
    await take(office, { ...step, action: 'move', change: { months: sorted(month, third) } });
    await publish(office, visitYear);
    const [old, row] = await rowsOf();
    expect([old?.until, row?.root_id]).toEqual([version + 1, entry.id]);
    expect(row).toMatchObject({ no: entry.no, used: 2, months: { [month]: [1, 2], [third]: [1, 0] } });
    await succeed(key, withdrawFiling, { filing: second, reason: '另行安排' });
    const [before, after] = await rowsOf();
    expect([before?.used, after?.used, after?.months[month]]).toEqual([2, 1, [1, 1]]);
  });

  it('the next visit takes its place in the row in force, under the version in force', async () => {
    const filed = await accepted(fileVisit(key, visitOf(1)));
    expect(plannedOf(filed.verdict)).toMatchObject({ facts: { 计划项: expect.stringContaining(`第 ${version + 1} 版`) } });
    expect((await rowsOf()).map(({ used }) => used)).toEqual([2, 2]);
    await succeed(key, withdrawFiling, { filing: filed.id, reason: '另行安排' });
  });

  it('an entry that ended is offered to nobody and refused; its visits still give their place back', async () => {
    const kept = await accepted(fileVisit(key, visitOf(1)));
    await take(office, { ...step, action: 'drop', change: { reason: '与省级任务重复' } });
    await publish(office, visitYear);
    const outcome = await fileVisit(key, visitOf(2));
    expect(outcome.ok ? null : outcome.refusal).toMatchObject({
      verdict: { findings: expect.arrayContaining([expect.objectContaining({ rule: 'planned', title: `现行计划中没有 ${entry.no}` })]) },
    });
    const desk = await loadDraftDesk(filer, await openDraft(filer, visitOf(2)));
    expect(JSON.stringify(desk?.options.entries ?? [])).not.toContain(entry.no);
    await succeed(key, withdrawFiling, { filing: kept.id, reason: '另行安排' });
    expect((await rowsOf()).map(({ used }) => used)).toEqual([2, 1]);
  });

  it('it comes back under its number with the places that are still taken', async () => {
    await take(office, { ...step, action: 'keep' });
    await publish(office, visitYear);
    const rows = await rowsOf();
    expect(rows.map((row) => [row.no, row.root_id, row.used])).toEqual([2, 1, 1].map((used) => [entry.no, entry.id, used]));
    expect(rows.at(-1)?.months[month]).toEqual([1, 1]);
  });

  it('not with fewer places than are taken: the office is told which', async () => {
    const again = await accepted(fileVisit(key, visitOf(1)));
    await take(office, { ...step, action: 'drop', change: { reason: '与省级任务重复' } });
    await publish(office, visitYear);
    await take(office, { ...step, action: 'keep' });
    await take(office, { ...step, action: 'trim', change: { count: 1 } });
    const outcome = await act(office, publishPlan, await publicationOf(office, visitYear));
    expect(outcome.ok ? null : outcome.refusal).toMatchObject({ fields: { '': [expect.stringContaining('已用 2 家，不能减到 1 家')] } });
    await succeed(key, withdrawFiling, { filing: again.id, reason: '另行安排' });
    await publish(office, visitYear);
    expect((await rowsOf()).at(-1)).toMatchObject({ quota: 1, used: 1 });
  });

  it('a month planned later counts the visits that were filed in it already', async () => {
    await take(office, { ...step, action: 'move', change: { months: sorted(other, third) } });
    await publish(office, visitYear);
    expect((await rowsOf()).at(-1)).toMatchObject({
      used: 1,
      months: { [other]: [expect.any(Number), 0], [third]: [expect.any(Number), 0] },
    });
    await take(office, { ...step, action: 'move', change: { months: sorted(month, other) } });
    await publish(office, visitYear);
    expect((await rowsOf()).at(-1)?.months[month]).toEqual([expect.any(Number), 1]);
  });
});
