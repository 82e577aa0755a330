import { describe, expect, it } from 'vitest';
import { decideProposal } from '#features/matter/commands/decide-proposal.ts';
import { proposeAddition, proposeChange, proposeWithdrawal } from '#features/matter/commands/propose-matter.ts';
import { findOwnMatter } from '#features/matter/queries/find-own-matter.ts';
import { loadCatalogue, loadPublicCatalogue } from '#features/matter/queries/load-catalogue.ts';
import { listProposals, loadMatter, loadProposal } from '#features/matter/queries/load-matter.ts';
import { catalogueFilter, type MatterFields } from '#features/matter/schema.ts';
import { db } from '#platform/db.ts';
import { publicScope } from '#platform/scope.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound } from '#support/filings.ts';
import { act, agencyOf, officeOf, succeed } from '#support/people.ts';
import { readEvents, readOne, readState, readTold } from '#support/rows.ts';

const [filer, neighbour, stranger, office, foreignOffice] = await Promise.all([
  agencyOf('shenleyu'),
  agencyOf('suchenxin'),
  agencyOf('weibofeng'),
  officeOf('luolin'),
  officeOf('jiangxinlan'),
]);
const reason = '条款已修订';
const all = catalogueFilter.parse({});

async function fieldsOf(matter: string, change: Partial<MatterFields> = {}): Promise<MatterFields> {
  const fields = await findOwnMatter(db(), filer, matter);
  if (!fields) throw new Error(`no ${matter}`);
  return { ...fields, ...change };
}
const propose = async (matter: string, change: Partial<MatterFields>) =>
  (await succeed(filer, proposeChange, { matter, reason, ...(await fieldsOf(matter, change)) })).proposal;
const accept = (proposal: string) => ({ proposal, decision: 'accepted' as const, reason: '' });
type Version = { name: string; published_from: string; published_to: string | null; max_per_year: number };
const readVersions = (code: string) =>
  asOwner<Version>(
    `SELECT name, published_from::text, published_to::text, max_per_year FROM matter WHERE district_code = '431103' AND code = $1 ORDER BY published_from`,
    [code],
  );
const { tomorrow } = await readOne<{ tomorrow: string }>(`SELECT ((now() AT TIME ZONE 'Asia/Shanghai')::date + 1)::text AS tomorrow`);

describe('the catalogue', () => {
  it('is the first version until another is published, and says its share', async () => {
    const { head, rows, total } = await loadCatalogue(office, all);
    expect(head).toMatchObject({ version: 1, since: '2025-01-01', next: null, all: 127, mergeable: 40 });
    expect(total).toBe(127);
    expect(rows[0]).toMatchObject({ code: 'agriculture-001', industries: expect.any(Array) });
    expect((await loadCatalogue(filer, { ...all, merge: 'yes' })).total).toBe(40);
    expect((await loadCatalogue(filer, { ...all, agency: 'amr', q: '特种设备' })).rows.every(({ code }) => code.startsWith('amr-'))).toBe(
      true,
    );
  });

  it('carries the yearly maximum of the register', async () => {
    const rows = await asOwner<{ n: number }>(`SELECT DISTINCT max_per_year AS n FROM matter ORDER BY 1`);
    expect(rows.map(({ n }) => n)).toEqual([1, 2, 4]);
  });

  it('is open to everybody, district by district', async () => {
    const scope = publicScope({ type: 'public' });
    expect(await loadPublicCatalogue(scope, '511724')).toMatchObject({ head: { district: '大竹县', all: 127 } });
    expect(await loadPublicCatalogue(scope, '999999')).toBeNull();
  });
});

describe('a change', () => {
  it('ends the old row tonight and begins the new one tomorrow, as a new version', async () => {
    const proposal = await propose('amr-002', { maxPerYear: 3 });
    expect(await readTold(proposal, 'matter.proposed')).toEqual(['luolin', 'xiezhiyuan']);
    await succeed(office, decideProposal, accept(proposal));
    expect(await readVersions('amr-002')).toMatchObject([
      { published_to: tomorrow, max_per_year: 1 },
      { published_from: tomorrow, published_to: null, max_per_year: 3 },
    ]);
    expect(await readEvents(proposal)).toEqual(['matter.proposed', 'matter.accepted']);
    expect(await readTold(proposal, 'matter.accepted')).toEqual(['shenleyu']);
    const { head } = await loadCatalogue(office, all);
    expect(head).toMatchObject({ version: 1, all: 127, next: { version: 2, from: tomorrow } });
    const view = await loadMatter(neighbour, 'amr-002');
    expect(view?.versions.map(({ isInForce }) => isInForce)).toEqual([false, true]);
    expect(view).toMatchObject({ shown: { maxPerYear: 1 }, own: null });
  });

  it('builds on a change that waits for tomorrow, and waits a day after it', async () => {
    const view = await loadMatter(filer, 'amr-002');
    expect(view).toMatchObject({ shown: { maxPerYear: 1 }, own: { fields: { maxPerYear: 3 } } });
    const proposal = await propose('amr-002', { name: '改了名称' });
    expect(await loadProposal(office, proposal)).toMatchObject({ before: { maxPerYear: 3 }, proposal: { fields: { maxPerYear: 3 } } });
    const before = await readState();
    expect(await act(office, decideProposal, accept(proposal))).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    expect(await readState()).toEqual(before);
  });

  it('is proposed once at a time, changes something, and keeps to the agency’s own groups', async () => {
    const fields = await fieldsOf('amr-003', { maxPerYear: 5 });
    const outcomes = await Promise.all([1, 2, 3].map(() => act(filer, proposeChange, { matter: 'amr-003', reason, ...fields })));
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    const wrong = { matter: 'amr-004', reason, ...(await fieldsOf('amr-004', { group: 'fire-general', mergeableGroup: 'g-nothing' })) };
    expect(await act(filer, proposeChange, wrong)).toMatchObject({
      refusal: { fields: { group: expect.anything(), mergeableGroup: expect.anything() } },
    });
    const same = { matter: 'amr-004', reason, ...(await fieldsOf('amr-004')) };
    expect(await act(filer, proposeChange, same)).toMatchObject({ refusal: { kind: 'invalid', fields: { name: expect.anything() } } });
  });

  it("of another agency's matter is not found, nor another district's proposal", async () => {
    const fields = await fieldsOf('amr-005', { maxPerYear: 9 });
    const proposal = await propose('amr-006', { maxPerYear: 9 });
    await expectNotFound(
      () => act(neighbour, proposeChange, { matter: 'amr-005', reason, ...fields }),
      () => act(neighbour, proposeWithdrawal, { matter: 'amr-005', reason }),
      () => act(foreignOffice, decideProposal, accept(proposal)),
    );
    expect(await loadProposal(neighbour, proposal)).toBeNull();
    expect(await loadProposal(stranger, proposal)).toBeNull();
    expect(await loadProposal(filer, proposal)).toMatchObject({ canDecide: false, before: { code: 'amr-006' } });
    expect((await listProposals(neighbour)).map(({ id }) => id)).not.toContain(proposal);
  });
});

describe('deciding', () => {
  it('two at once: one decides, the other hears that it is done; one version', async () => {
    const proposal = await propose('amr-007', { maxPerYear: 6 });
    const director = await officeOf('xiezhiyuan');
    const outcomes = await Promise.all([act(office, decideProposal, accept(proposal)), act(director, decideProposal, accept(proposal))]);
    expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
    for (const outcome of outcomes) if (!outcome.ok) expect(outcome.refusal).toMatchObject({ kind: 'stale' });
    expect(await readVersions('amr-007')).toHaveLength(2);
  });

  it('different proposals at once get versions of their own, and new matters codes of their own', async () => {
    const fields = await fieldsOf('amr-001', { name: '新的事项' });
    const added = await Promise.all([1, 2, 3].map(() => succeed(filer, proposeAddition, { ...fields, reason })));
    await Promise.all(added.map(({ proposal }) => succeed(office, decideProposal, accept(proposal))));
    const codes = await asOwner<{ code: string }>(`SELECT code FROM matter WHERE district_code = '431103' AND name = '新的事项'`);
    expect(new Set(codes.map(({ code }) => code)).size).toBe(3);
    const versions = await asOwner<{ version: number }>(`SELECT version FROM matter_catalogue WHERE district_code = '431103' ORDER BY 1`);
    expect(versions.map(({ version }) => version)).toEqual(versions.map((_, index) => index + 2));
  });

  it('a refusal changes no matter and is told with its reason', async () => {
    const { proposal } = await succeed(filer, proposeWithdrawal, { matter: 'amr-008', reason });
    await succeed(office, decideProposal, { proposal, decision: 'refused', reason: '仍须保留' });
    expect(await readVersions('amr-008')).toHaveLength(1);
    expect(await readTold(proposal, 'matter.refused')).toEqual(['shenleyu']);
    expect(await act(office, decideProposal, accept(proposal))).toMatchObject({ refusal: { kind: 'stale' } });
  });

  it('a withdrawal ends the row tonight', async () => {
    const { proposal } = await succeed(filer, proposeWithdrawal, { matter: 'amr-008', reason });
    await succeed(office, decideProposal, accept(proposal));
    expect(await readVersions('amr-008')).toMatchObject([{ published_to: tomorrow }]);
  });

  it('nobody decides what they proposed themselves', async () => {
    const proposal = await propose('amr-009', { maxPerYear: 6 });
    await asOwner('UPDATE matter_proposal SET proposed_by_id = $1 WHERE id = $2', [office.actor.id, proposal]);
    const before = await readState();
    expect(await act(office, decideProposal, accept(proposal))).toEqual({ ok: false, refusal: { kind: 'notPermitted' } });
    expect(await readState()).toEqual(before);
  });
});
