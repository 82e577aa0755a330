import { describe, expect, it } from 'vitest';
import { discardDraft, saveDraft, startDraft } from '#features/filing/commands/keep-draft.ts';
import { loadDraftDesk } from '#features/filing/queries/load-draft-desk.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound, openDraft } from '#support/filings.ts';
import { act, agencyOf, succeed } from '#support/people.ts';
import { enterpriseId, formOf, freeDay, freeEnterprise, plannedVisit, tenth } from '#support/requests.ts';
import { readEvents, readOne } from '#support/rows.ts';

const { leng, dazhu } = journey;
const [filer, neighbour, stranger] = await Promise.all([agencyOf('shenleyu'), agencyOf('suchenxin'), agencyOf('weibofeng')]);
const body = plannedVisit(leng);

function readDraft(id: string) {
  return readOne<{ body: Record<string, unknown>; author_id: string }>('SELECT * FROM filing_draft WHERE id = $1', [id]);
}

describe('startDraft opens a form for an enterprise', () => {
  it('filled in from the draw', async () => {
    const { draft } = await succeed(filer, startDraft, { enterprise: enterpriseId(leng, freeEnterprise(leng, 0)) });
    expect(await readDraft(draft)).toMatchObject({
      author_id: filer.actor.id,
      body: { kind: 'special', matters: [leng.matter], inspectors: leng.inspectors },
    });
    expect(await readEvents(draft)).toEqual(['draft.started']);
  });

  it("does not find another district's enterprise", async () => {
    const enterprise = enterpriseId(dazhu, freeEnterprise(dazhu, 0));
    await expectNotFound(() => act(filer, startDraft, { enterprise }));
  });

  it('opens two when pressed twice', async () => {
    const enterprise = enterpriseId(leng, freeEnterprise(leng, 1));
    const outcomes = await Promise.all([act(filer, startDraft, { enterprise }), act(filer, startDraft, { enterprise })]);
    expect(new Set(outcomes.map((outcome) => outcome.ok && outcome.value.draft)).size).toBe(2);
  });
});

describe('saveDraft keeps a form as typed', () => {
  it('whatever is still missing', async () => {
    const draft = await openDraft(filer, body);
    await succeed(filer, saveDraft, formOf(draft, body, { day: '', startTime: 'soon', kind: '' }));
    expect((await readDraft(draft)).body).toMatchObject({ day: '', startTime: 'soon', kind: '' });
    expect(await readEvents(draft)).toEqual(['draft.started', 'draft.saved']);
    expect(await loadDraftDesk(filer, draft)).toMatchObject({ verdict: null, missing: { day: [expect.any(String)] } });
  });

  it('previews the verdict that counts: refused on the 10th, lawful once a slot is taken', async () => {
    const draft = await openDraft(filer, body);
    await succeed(filer, saveDraft, formOf(draft, body, { day: tenth }));
    const desk = await loadDraftDesk(filer, draft);
    expect(desk?.verdict).toMatchObject({ kind: 'forbidden' });
    const slot = desk?.verdict?.fixes.find(({ kind }) => kind === 'slot');
    if (slot?.kind !== 'slot') throw new Error('no slot proposed');
    await succeed(filer, saveDraft, formOf(draft, body, { intent: `slot:${slot.start.toISOString()}/${slot.end.toISOString()}` }));
    expect((await loadDraftDesk(filer, draft))?.verdict).toMatchObject({ kind: 'allowed' });
  });

  it("finds neither another agency's nor another district's", async () => {
    const draft = await openDraft(filer, body);
    const form = formOf(draft, body);
    await expectNotFound(
      () => act(neighbour, saveDraft, form),
      () => act(stranger, saveDraft, form),
    );
    expect(await loadDraftDesk(neighbour, draft)).toBeNull();
  });

  it('of two at once keeps one whole, never a mixture', async () => {
    const draft = await openDraft(filer, body);
    const forms = [formOf(draft, body, { day: freeDay, site: '一号厂房' }), formOf(draft, body, { day: tenth, site: '二号厂房' })];
    const outcomes = await Promise.all(forms.map((form) => act(filer, saveDraft, form)));
    expect(outcomes.every(({ ok }) => ok)).toBe(true);
    const { day, site } = (await readDraft(draft)).body;
    expect([`${freeDay} 一号厂房`, `${tenth} 二号厂房`]).toContain(`${day} ${site}`);
  });
});

describe('discardDraft', () => {
  it('deletes the draft and records it', async () => {
    const draft = await openDraft(filer, body);
    await succeed(filer, discardDraft, { draft });
    expect(await asOwner('SELECT FROM filing_draft WHERE id = $1', [draft])).toEqual([]);
    expect(await readEvents(draft)).toEqual(['draft.started', 'draft.discarded']);
  });

  it("finds neither another agency's nor another district's", async () => {
    const draft = await openDraft(filer, body);
    await expectNotFound(
      () => act(neighbour, discardDraft, { draft }),
      () => act(stranger, discardDraft, { draft }),
    );
  });

  it('twice at once: one finds it gone', async () => {
    const draft = await openDraft(filer, body);
    const outcomes = await Promise.all([act(filer, discardDraft, { draft }), act(filer, discardDraft, { draft })]);
    expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await readEvents(draft)).toEqual(['draft.started', 'draft.discarded']);
  });
});
