import { describe, expect, it } from 'vitest';
import { approveAmendment, returnAmendment, withdrawAmendment } from '#features/amendment/commands/approve-amendment.ts';
import { proposeAmendment } from '#features/amendment/commands/propose-amendment.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { assignContact } from '#features/territory/commands/assign-contact.ts';
import { advanceFiling } from '#features/visit/commands/advance-filing.ts';
import { db, Prisma } from '#platform/db.ts';
import { userIdOf } from '#seed/builders/ids.ts';
import { journey } from '#seed/story.data.ts';
import { amendFormOf, amendVisit, lastAct, proposeChange } from '#support/amendments.ts';
import { asOwner } from '#support/api.ts';
import { approveVisit, expectNotFound, expectOneOf } from '#support/filings.ts';
import { act, agencyOf, keyOf, officeOf, succeed } from '#support/people.ts';
import { at, freeDays, freeEnterprise, plannedVisit, tenth, visitYear } from '#support/requests.ts';
import { readEvents, readFiling, readLimits, readOne, readTold } from '#support/rows.ts';

const { leng } = journey;
const [filer, head] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli')]);
const [neighbour, stranger] = await Promise.all([agencyOf('suchenxin'), agencyOf('weibofeng')]);
const [other, office] = await Promise.all([keyOf('431103-fire'), officeOf('luolin')]);
const [, second = '', third = ''] = freeDays;

const visit = (nth: number) => plannedVisit(leng, { enterprise: freeEnterprise(leng, nth) });
const moved = (day: string) => ({ start: at(day, '14:00'), end: at(day, '16:00') });
const limitsOf = (nth: number) =>
  readLimits({
    entry: `${visitYear}-${leng.entryNo}`,
    enterprise: freeEnterprise(leng, nth),
    line: 'amr',
    matter: leng.matter,
    year: visitYear,
  });
const timeOf = (id: string) =>
  readOne<{ start: Date; amendments: number }>('SELECT starts_at AS start, amendments FROM filing WHERE id = $1', [id]);
/** What the phone's check-in writes, as far as an amendment meets it. */
const checkIn = (id: string) =>
  db().$transaction(async (tx) => {
    await tx.$executeRaw(Prisma.sql`UPDATE filing_agency SET checked_in_at = now() WHERE filing_id = ${id}::uuid`);
    return advanceFiling(tx, id);
  });

describe('an amendment is proposed, approved and registered', () => {
  it('moves the visit: number and code stay, the same limits are taken, everybody is told, what stood before is kept', async () => {
    const { id, filingNo, publicCode } = await approveVisit(filer, head, visit(0));
    const limits = await limitsOf(0);
    await asOwner("UPDATE territory_notice SET acknowledged_at = now(), acknowledged_how = 'inApp' WHERE filing_id = $1", [id]);
    await amendVisit(filer, head, amendFormOf(id, visit(0), moved(second)));
    expect(await limitsOf(0)).toEqual(limits);
    expect(await readFiling(id)).toMatchObject({ status: 'filed', filing_no: filingNo, public_code: publicCode });
    expect(await timeOf(id)).toEqual({ start: at(second, '14:00'), amendments: 1 });
    const registered = await lastAct(id);
    expect(registered).toMatchObject({ no: 1, status: 'registered', touches: ['dates'] });
    expect(registered.before).toMatchObject({ start: visit(0).start.toISOString() });
    expect((await readEvents(id)).slice(-2)).toEqual(['amendment.proposed', 'amendment.registered']);
    const told = await readTold(id, 'amendment.registered');
    expect(told).toEqual(expect.arrayContaining(['hechen', 'shenleyu', 'zengli']));
  });

  it('a key enterprise: the territory has to acknowledge a new time anew, not new people', async () => {
    const { id } = await approveVisit(filer, head, visit(5));
    const acknowledge = () =>
      asOwner("UPDATE territory_notice SET acknowledged_at = now(), acknowledged_how = 'inApp' WHERE filing_id = $1", [id]);
    const acknowledged = async () =>
      (await readOne<{ at: Date | null }>('SELECT acknowledged_at AS at FROM territory_notice WHERE filing_id = $1', [id])).at;
    await acknowledge();
    const people = [leng.inspectors[0], leng.inspectors[1], leng.reserves[0] ?? ''];
    await amendVisit(filer, head, amendFormOf(id, visit(5), { inspectors: people }));
    expect(await acknowledged()).not.toBeNull();
    await amendVisit(filer, head, amendFormOf(id, visit(5), { inspectors: people, ...moved(second) }));
    expect(await acknowledged()).toBeNull();
    expect(await lastAct(id)).toMatchObject({ no: 2, touches: ['dates'] });
    expect(await asOwner('SELECT FROM filing_inspector WHERE filing_id = $1', [id])).toHaveLength(3);
    await succeed(filer, withdrawFiling, { filing: id, reason: '改期' });
    expect(await limitsOf(5)).toMatchObject({ visits: 0, matters: 0 });
  });

  it('where only the change makes a notice due, the territory and the contacts are told as at a filing', async () => {
    const { id } = await approveVisit(filer, head, visit(5));
    const { enterprise } = await readOne<{ enterprise: string }>('SELECT enterprise_id AS enterprise FROM filing WHERE id = $1', [id]);
    await asOwner('DELETE FROM contact_notice WHERE filing_id = $1', [id]);
    await asOwner('DELETE FROM territory_notice WHERE filing_id = $1', [id]);
    await asOwner('UPDATE enterprise SET key_enterprise = true WHERE id = $1', [enterprise]);
    await asOwner('DELETE FROM key_contact WHERE enterprise_id = $1', [enterprise]);
    await succeed(office, assignContact, { enterprise, kind: 'leader', user: userIdOf(leng.districtCode, 'hechangqing') });
    const amended = await amendVisit(filer, head, amendFormOf(id, visit(5), moved(second)));
    expect(amended).toBe((await lastAct(id)).id);
    expect(await asOwner('SELECT FROM territory_notice WHERE filing_id = $1', [id])).toHaveLength(1);
    expect(await asOwner('SELECT user_id AS id FROM contact_notice WHERE filing_id = $1', [id])).toEqual([
      { id: userIdOf(leng.districtCode, 'hechangqing') },
    ]);
    expect(await readTold(id, 'amendment.registered')).toContain('hechangqing');
    await succeed(filer, withdrawFiling, { filing: id, reason: '不查了' });
    expect(await readTold(id, 'filing.withdrawn')).toEqual(expect.arrayContaining(['hechangqing', 'hechen', 'shenfeijing', 'zengli']));
  });

  it('a day that the law closes is refused with its grounds, and the refusal is kept; nothing else changes', async () => {
    const { id } = await approveVisit(filer, head, visit(1));
    const refused = await act(filer, proposeAmendment, amendFormOf(id, visit(1), moved(tenth)));
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'unlawful', verdict: { kind: 'forbidden' } } });
    expect(
      await asOwner("SELECT FROM refusal WHERE 'quiet-day' = ANY (rules) AND request ->> 'enterprise' = $1", [visit(1).enterprise]),
    ).toHaveLength(1);
    expect(await timeOf(id)).toEqual({ start: visit(1).start, amendments: 0 });
  });

  it('says what is missing, and that nothing changes', async () => {
    const { id } = await approveVisit(filer, head, visit(2));
    const nothing = await act(filer, proposeAmendment, amendFormOf(id, visit(2)));
    expect(nothing).toMatchObject({ ok: false, refusal: { kind: 'invalid', fields: { '': ['没有任何变更'] } } });
    const noTime = await act(filer, proposeAmendment, { ...amendFormOf(id, visit(2)), startTime: '9点' });
    expect(noTime).toMatchObject({ ok: false, refusal: { kind: 'invalid', fields: { startTime: [expect.any(String)] } } });
  });

  it('one at a time; the head returns it, the filer withdraws it, a new one may follow', async () => {
    const { id } = await approveVisit(filer, head, visit(3));
    const form = amendFormOf(id, visit(3), moved(second));
    const amendment = await proposeChange(filer, form);
    expect(await act(filer, proposeAmendment, form)).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    await expectOneOf([act(head, returnAmendment, { amendment, reason: '再议' }), act(filer, withdrawAmendment, { amendment })]);
    const next = await proposeChange(filer, form);
    await succeed(filer, withdrawAmendment, { amendment: next });
    expect(await act(head, approveAmendment, { amendment: next })).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    expect(await timeOf(id)).toMatchObject({ amendments: 0 });
  });

  it('ends with the filing', async () => {
    const { id } = await approveVisit(filer, head, visit(4));
    const amendment = await proposeChange(filer, amendFormOf(id, visit(4), moved(second)));
    await succeed(filer, withdrawFiling, { filing: id, reason: '不查了' });
    expect(await lastAct(id)).toMatchObject({ id: amendment, status: 'withdrawn' });
    expect(await act(head, approveAmendment, { amendment })).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  });

  it("finds neither another agency's nor another district's", async () => {
    const { id } = await approveVisit(filer, head, visit(6));
    const form = amendFormOf(id, visit(6), moved(second));
    const amendment = await proposeChange(filer, form);
    await expectNotFound(
      ...[neighbour, stranger, other].map((scope) => () => act(scope, proposeAmendment, form)),
      ...[neighbour, stranger, other].map((scope) => () => act(scope, approveAmendment, { amendment })),
      ...[neighbour, stranger].map((scope) => () => act(scope, returnAmendment, { amendment, reason: '不行' })),
      ...[neighbour, stranger].map((scope) => () => act(scope, withdrawAmendment, { amendment })),
    );
  });
});

describe('at once', () => {
  it('approved three times: registered once, the limits stay', async () => {
    const { id } = await approveVisit(filer, head, visit(7));
    const limits = await limitsOf(7);
    const amendment = await proposeChange(filer, amendFormOf(id, visit(7), moved(third)));
    await expectOneOf([1, 2, 3].map(() => act(head, approveAmendment, { amendment })));
    expect(await limitsOf(7)).toEqual(limits);
    expect(await timeOf(id)).toMatchObject({ amendments: 1 });
  });

  it('with the withdrawal of the filing: what it took is given back once', async () => {
    const before = await limitsOf(8);
    const { id } = await approveVisit(filer, head, visit(8));
    const amendment = await proposeChange(filer, amendFormOf(id, visit(8), moved(third)));
    await Promise.all([act(head, approveAmendment, { amendment }), act(filer, withdrawFiling, { filing: id, reason: '不查了' })]);
    expect(await readFiling(id)).toMatchObject({ status: 'withdrawn' });
    expect(await limitsOf(8)).toEqual(before);
  });

  it('with a check-in: either it is changed before anybody came, or not at all', async () => {
    const { id } = await approveVisit(filer, head, visit(9));
    const limits = await limitsOf(9);
    const amendment = await proposeChange(filer, amendFormOf(id, visit(9), moved(third)));
    const [approved] = await Promise.all([act(head, approveAmendment, { amendment }), checkIn(id)]);
    expect(await timeOf(id)).toEqual(approved.ok ? { start: at(third, '14:00'), amendments: 1 } : { start: visit(9).start, amendments: 0 });
    expect(await readFiling(id)).toMatchObject({ status: 'checkedIn' });
    expect(await limitsOf(9)).toEqual(limits);
    const late = await act(filer, proposeAmendment, amendFormOf(id, visit(9), moved(second)));
    expect(late).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
  });
});
