import { describe, expect, it } from 'vitest';
import { submitFiling } from '#features/filing/commands/submit-filing.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound, openDraft } from '#support/filings.ts';
import { act, agencyOf, succeed } from '#support/people.ts';
import { enterpriseId, formOf, freeEnterprise, plannedVisit, tenth } from '#support/requests.ts';
import { readEvents, readFiling, readOne, readState, readTold } from '#support/rows.ts';

const { leng } = journey;
const [filer, neighbour, stranger] = await Promise.all([agencyOf('shenleyu'), agencyOf('suchenxin'), agencyOf('weibofeng')]);
const body = plannedVisit(leng);

describe('submitFiling sends a form to the unit’s leader', () => {
  it('keeps it as submitted, without number or code, and tells the leader', async () => {
    const draft = await openDraft(filer, body);
    const { id } = await succeed(filer, submitFiling, formOf(draft, body));
    expect(await readFiling(id)).toMatchObject({
      status: 'submitted',
      filing_no: null,
      public_code: null,
      author_id: filer.actor.id,
      approver_id: null,
    });
    expect(await asOwner('SELECT FROM filing_draft WHERE id = $1', [draft])).toEqual([]);
    expect(await readEvents(id)).toEqual(['filing.submitted']);
    expect(await readTold(id, 'filing.submitted')).toEqual(['zengli']);
  });

  it('keeps agencies, matters and inspectors with it', async () => {
    const { id } = await succeed(filer, submitFiling, formOf(await openDraft(filer, body), body));
    const parts = await readOne(
      `SELECT (SELECT count(*)::int FROM filing_agency WHERE filing_id = $1) AS agencies,
        (SELECT count(*)::int FROM filing_matter WHERE filing_id = $1) AS matters,
        (SELECT count(*)::int FROM filing_inspector WHERE filing_id = $1) AS inspectors`,
      [id],
    );
    expect(parts).toEqual({ agencies: 1, matters: 1, inspectors: 2 });
  });

  it('refuses what the law forbids, keeps the attempt and the draft', async () => {
    const draft = await openDraft(filer, body);
    const outcome = await act(filer, submitFiling, formOf(draft, body, { day: tenth }));
    expect(outcome).toMatchObject({ ok: false, refusal: { kind: 'unlawful', verdict: { kind: 'forbidden' } } });
    const refusal = await readOne<{ id: string }>(
      'SELECT id, rules FROM refusal WHERE enterprise_id = $1 ORDER BY refused_at DESC LIMIT 1',
      [enterpriseId(leng, body.enterprise)],
    );
    expect(refusal).toMatchObject({ rules: ['quiet-day'] });
    expect(await readEvents(refusal.id)).toEqual(['filing.refused']);
    expect(await readOne('SELECT body FROM filing_draft WHERE id = $1', [draft])).toMatchObject({ body: { day: tenth } });
  });

  it('says what is missing, and leaves no trace of the attempt', async () => {
    const draft = await openDraft(filer, body);
    const before = await readState();
    const outcome = await act(filer, submitFiling, formOf(draft, body, { day: '', kind: '' }));
    expect(outcome).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', fields: { day: [expect.any(String)], kind: [expect.any(String)] } },
    });
    expect((await readState()).refusal).toBe(before.refusal);
  });

  it("finds neither another agency's nor another district's draft", async () => {
    const form = formOf(await openDraft(filer, body), body);
    await expectNotFound(
      () => act(neighbour, submitFiling, form),
      () => act(stranger, submitFiling, form),
    );
  });

  it('twice at once: one filing', async () => {
    const other = plannedVisit(leng, { enterprise: freeEnterprise(leng, 1) });
    const form = formOf(await openDraft(filer, other), other);
    const outcomes = await Promise.all([act(filer, submitFiling, form), act(filer, submitFiling, form)]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(outcomes.find(({ ok }) => !ok)).toEqual({ ok: false, refusal: { kind: 'notFound' } });
    expect(await asOwner(`SELECT FROM filing WHERE enterprise_id = $1`, [enterpriseId(leng, other.enterprise)])).toHaveLength(1);
  });
});
