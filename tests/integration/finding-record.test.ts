import { describe, expect, it } from 'vitest';
import { noteFinding, recordFindings } from '#features/finding/commands/note-finding.ts';
import { findingsForm } from '#features/finding/schema.ts';
import { inspectorScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound } from '#support/filings.ts';
import { finding, order, safety, visitedCase } from '#support/findings.ts';
import { act, agencyOf, keyOf, signIn, succeed } from '#support/people.ts';
import { readFiling, readTold } from '#support/rows.ts';

const { leng } = journey;
const [filer, safetyKey, elsewhere] = await Promise.all([agencyOf('shenleyu'), keyOf(safety.agency), keyOf('511724-amr')]);
const stranger = inspectorScope((await signIn('xiaqiangyan')).actor);
const filing = await visitedCase(0);

const findings = (id: string) =>
  asOwner<{ no: string; result: string; order: string | null }>(
    `SELECT no, result::text, rectification.status::text AS order FROM finding LEFT JOIN rectification ON finding_id = finding.id
    WHERE filing_id = $1 ORDER BY no`,
    [id],
  );
const recorded = async (id: string) =>
  (
    await asOwner<{ agency: string }>(`SELECT agency_code AS agency FROM filing_agency WHERE filing_id = $1 AND recorded_at IS NOT NULL`, [
      id,
    ])
  ).map(({ agency }) => agency);

describe('findings of a joint visit', () => {
  it("are refused for the other agency's matter, by name of the field", async () =>
    expect(await act(filer, noteFinding, { filing, ...finding(safety.matter) })).toEqual({
      ok: false,
      refusal: { kind: 'invalid', fields: { matter: ['不是本单位这次检查的事项'] } },
    }));

  it('nobody else reaches: another district, an inspector who was not named', async () => {
    await expectNotFound(() => act(elsewhere, noteFinding, { filing, ...finding(leng.matter) }));
    if (stranger) await expectNotFound(() => act(stranger, noteFinding, { filing, ...finding(leng.matter) }));
  });

  it('get numbers, orders, and are mended in place', async () => {
    const { filingNo, complete } = await succeed(filer, noteFinding, { filing, ...order(leng.matter) });
    expect(complete).toBe(true);
    expect(await findings(filing)).toEqual([{ no: `${filingNo}-1`, result: 'toBeFollowed', order: 'ordered' }]);
    await succeed(filer, noteFinding, { filing, ...finding(leng.matter) });
    expect(await findings(filing)).toEqual([{ no: `${filingNo}-1`, result: 'nothingFound', order: null }]);
    expect(await recorded(filing)).toEqual([leng.agency]);
    expect(await readFiling(filing)).toMatchObject({ status: 'left' });
  });

  it('are complete once the other agency has recorded its own; whoever a case goes to is told', async () => {
    const handed = finding(safety.matter, { result: 'toBeFollowed', text: '无证', followUp: 'handOver', toAgency: leng.agency });
    const { numbers } = await succeed(safetyKey, noteFinding, { filing, ...handed });
    expect(numbers).toEqual([expect.stringMatching(/-2$/)]);
    expect(await readFiling(filing)).toMatchObject({ status: 'findingRecorded' });
    expect(await readTold(filing, 'finding.recorded')).toEqual(expect.arrayContaining(['shenleyu', 'zengli']));
  });

  it('wait for the check-in', async () => {
    const early = await visitedCase(1, { gone: false });
    await asOwner('UPDATE filing SET status = $2 WHERE id = $1', [early, 'filed']);
    expect(await act(filer, noteFinding, { filing: early, ...finding(leng.matter) })).toMatchObject({ refusal: { kind: 'stale' } });
  });

  it('of two people at once are one finding', async () => {
    const busy = await visitedCase(2);
    const both = await Promise.all([1, 2].map(() => act(filer, noteFinding, { filing: busy, ...order(leng.matter) })));
    expect(both.map(({ ok }) => ok)).toEqual([true, true]);
    expect(await findings(busy)).toHaveLength(1);
  });
});

describe('the form of all matters', () => {
  const form = (items: object[]) => findingsForm.parse({ filing, items });

  it('asks for at least one result', async () =>
    expect(await act(filer, recordFindings, form([{ matter: leng.matter, result: '' }]))).toMatchObject({
      refusal: { fields: { 'items[0].result': [expect.any(String)] } },
    }));

  it('names the field that does not fit', async () => {
    const items = [{ matter: safety.matter }, { matter: leng.matter, result: 'toBeFollowed', followUp: 'orderToCorrect' }];
    const outcome = await act(filer, recordFindings, form(items));
    expect(outcome.ok ? {} : outcome.refusal).toMatchObject({
      fields: { 'items[1].text': [expect.any(String)], 'items[1].demand': [expect.any(String)], 'items[1].dueDay': [expect.any(String)] },
    });
  });

  it('nobody else reaches', () =>
    expectNotFound(() => act(elsewhere, recordFindings, form([{ matter: leng.matter, result: 'nothingFound', followUp: 'none' }]))));
});
