import { describe, expect, it } from 'vitest';
import { watchEmergencies } from '#features/emergency/commands/watch-emergencies.ts';
import { answerNotice } from '#features/filing/api/papers.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { acknowledgeAll, acknowledgeNotice, phoneNotice, readNotice } from '#features/territory/commands/acknowledge-notice.ts';
import { assignContact } from '#features/territory/commands/assign-contact.ts';
import { listContacts, listWaitingNotices, loadContacts } from '#features/territory/queries/list-contacts.ts';
import { listToldVisits } from '#features/territory/queries/list-visits.ts';
import { loadEntryGate } from '#features/territory/queries/load-entry-gate.ts';
import { db } from '#platform/db.ts';
import type { NoticeScope } from '#platform/scope.ts';
import { userIdOf } from '#seed/builders/ids.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound, expectOneOf, fileVisit } from '#support/filings.ts';
import { accepted, act, agencyOf, contactOf, officeOf, succeed, territoryOf } from '#support/people.ts';
import { caseVisit, enterpriseId } from '#support/requests.ts';
import { readEvents, readTold } from '#support/rows.ts';

const { leng } = journey;
const park = `${leng.districtCode}-park-1`;
const [filer, office, elsewhere] = await Promise.all([agencyOf('shenleyu'), officeOf('luolin'), officeOf('jiangxinlan')]);
const [officer, foreign] = await Promise.all([territoryOf('tangjingyuan'), territoryOf('zhoujingkai')]);
const leader = await contactOf('hechangqing');
const firms = await asOwner<{ id: string; uscc: string; accountable: string }>(
  `SELECT id, uscc, accountable_code AS accountable FROM enterprise WHERE district_code = $1 AND key_enterprise AND status = 'active'
    AND industry = ANY ((SELECT industries FROM matter WHERE code = $3 AND district_code = $1)::text[])
    AND NOT EXISTS (SELECT FROM filing WHERE enterprise_id = enterprise.id AND ends_at > now()) ORDER BY accountable_code = $2 DESC, uscc`,
  [leng.districtCode, park, leng.matter],
);
const parked = firms.filter(({ accountable }) => accountable === park);
const away = firms.find(({ accountable }) => accountable !== park);
const neighbour = await territoryOf('tangjingyuan', away?.accountable);
let turn = 0;

/** A lawful case check at the next key enterprise of the park; its id. */
async function file(firm = parked[turn++], trigger: 'tipOff' | 'openedCase' = 'tipOff'): Promise<string> {
  if (!firm) throw new Error('no more enterprises');
  return (await accepted(fileVisit(filer, caseVisit(leng, { enterprise: firm.uscc, trigger: { type: trigger, reference: '件 1' } })))).id;
}
/** Lets a visit begin in an hour, as time alone would. */
const soon = (id: string) =>
  asOwner(
    `UPDATE filing SET channel = 'seed', starts_at = now() + interval '1 hour', ends_at = now() + interval '3 hours',
      start_day = ((now() + interval '1 hour') AT TIME ZONE 'Asia/Shanghai')::date,
      year = extract(year FROM (now() + interval '1 hour') AT TIME ZONE 'Asia/Shanghai') WHERE id = $1`,
    [id],
  );
/** A notice as its reader sees it now. */
const seen = async (filing: string) => {
  const [row] = await asOwner<{ sentAt: Date }>('SELECT sent_at AS "sentAt" FROM territory_notice WHERE filing_id = $1', [filing]);
  if (!row) throw new Error('nobody was told');
  return { filing, sentAt: row.sentAt };
};
const groupsOf = async (scope: NoticeScope, id: string) => {
  const { current, past } = await listToldVisits(scope, 1);
  return [...current, ...past.rows].filter((visit) => visit.id === id).map(({ group }) => group);
};

describe('a notice to the territory', () => {
  it('comes with the filing, to the accountable territory and the contacts of the enterprise alone', async () => {
    const firm = parked[turn];
    await succeed(office, assignContact, { enterprise: firm?.id ?? '', kind: 'leader', user: leader.actor.id }).catch(() => null);
    const id = await file();
    expect(await groupsOf(officer, id)).toEqual(['waiting']);
    expect(await groupsOf(leader, id)).toEqual(['waiting']);
    expect([await groupsOf(neighbour, id), await groupsOf(foreign, id)]).toEqual([[], []]);
    expect(await readTold(id, 'filing.filed')).toEqual(expect.arrayContaining(['hechangqing', 'tangjingyuan']));
    await succeed(leader, readNotice, { filing: id });
    expect(await groupsOf(leader, id)).toEqual(['coming']);
  });

  it('opens the door once, when its own territory acknowledges', async () => {
    const id = await file();
    const read = await seen(id);
    expect(await loadEntryGate(db(), id)).toMatchObject({ open: false });
    await expectNotFound(
      () => act(neighbour, acknowledgeNotice, read),
      () => act(foreign, acknowledgeNotice, read),
    );
    await expectOneOf([act(officer, acknowledgeNotice, read), act(officer, acknowledgeNotice, read)]);
    expect(await loadEntryGate(db(), id)).toEqual({ open: true });
    expect(await groupsOf(officer, id)).toEqual(['coming']);
    expect(await readEvents(id)).toEqual(['filing.filed', 'notice.acknowledged']);
    expect(await readTold(id, 'notice.acknowledged')).toEqual(['hechen', 'shenfeijing']);
  });

  it('not for a time that nobody read, nor for a visit that stands no longer', async () => {
    const id = await file();
    const read = await seen(id);
    await asOwner("UPDATE territory_notice SET sent_at = sent_at + interval '1 minute' WHERE filing_id = $1", [id]);
    const tries = async (notice: Awaited<ReturnType<typeof seen>>) => [
      await act(officer, acknowledgeNotice, notice),
      await act(officer, acknowledgeAll, { seen: [notice] }),
      await act(office, phoneNotice, { ...notice, who: '杨主任' }),
    ];
    for (const outcome of await tries(read)) expect(outcome).toMatchObject({ refusal: { kind: 'stale' } });
    await succeed(filer, withdrawFiling, { filing: id, reason: '不查了' });
    for (const outcome of await tries(await seen(id))) expect(outcome).toMatchObject({ refusal: { kind: 'stale' } });
    expect(await readTold(id, 'filing.withdrawn')).toEqual(expect.arrayContaining(['hechen', 'shenfeijing', 'tangjingyuan', 'zengli']));
  });

  it('may be acknowledged on the telephone by the office of the district, where there is nobody else', async () => {
    const id = await file(away);
    const read = await seen(id);
    expect((await listWaitingNotices(office)).find((notice) => notice.id === id)).toMatchObject({ hasOfficer: false });
    await expectNotFound(() => act(elsewhere, phoneNotice, { ...read, who: '某人' }));
    const attempts = ['杨主任', '李主任'].map((who) => act(office, phoneNotice, { ...read, who }));
    await expectOneOf(attempts);
    expect(await loadEntryGate(db(), id)).toEqual({ open: true });
    expect((await listWaitingNotices(office)).map((notice) => notice.id)).not.toContain(id);
  });

  it('acknowledges everything that waits with one press, and nothing of another territory', async () => {
    const [one, other] = [await file(), await file()];
    const shown = [await seen(one), await seen(other)];
    await expectNotFound(
      () => act(neighbour, acknowledgeAll, { seen: shown }),
      () => act(foreign, acknowledgeAll, { seen: shown }),
    );
    await expectOneOf([1, 2].map(() => act(officer, acknowledgeAll, { seen: shown })));
    for (const id of [one, other]) expect(await readEvents(id)).toEqual(['filing.filed', 'notice.acknowledged']);
  });

  it('is called to mind the working day before, once', async () => {
    const id = await file();
    await watchEmergencies('test');
    expect(await readEvents(id)).toEqual(['filing.filed']);
    await soon(id);
    await watchEmergencies('test');
    await watchEmergencies('test');
    expect(await readEvents(id)).toEqual(['filing.filed', 'notice.reminded']);
    expect(await readTold(id, 'notice.reminded')).toEqual(['luolin', 'tangjingyuan', 'xiezhiyuan']);
  });

  it('shows who is inside and who was', async () => {
    const id = await file();
    await succeed(officer, acknowledgeNotice, await seen(id));
    await asOwner('UPDATE filing_agency SET checked_in_at = now() WHERE filing_id = $1', [id]);
    expect(await groupsOf(officer, id)).toEqual(['inside']);
    await asOwner(`UPDATE filing_agency SET checked_out_at = now() WHERE filing_id = $1`, [id]);
    await asOwner(`UPDATE filing SET status = 'left' WHERE id = $1`, [id]);
    expect(await groupsOf(officer, id)).toEqual(['past']);
  });
});

describe('whoever hands an enterprise on', () => {
  it('keeps what was and loses what comes: in the list, on paper, and when it ends', async () => {
    const firm = parked[turn];
    const assign = (user: string) => act(office, assignContact, { enterprise: firm?.id ?? '', kind: 'leader', user });
    await assign(leader.actor.id);
    await asOwner('UPDATE key_contact SET since = since - 30 WHERE user_id = $1 AND enterprise_id = $2', [leader.actor.id, firm?.id]);
    const id = await file();
    expect([await groupsOf(leader, id), (await answerNotice(leader, id))?.status]).toEqual([['waiting'], 200]);
    await asOwner("UPDATE key_contact SET until = (now() AT TIME ZONE 'Asia/Shanghai')::date WHERE user_id = $1 AND enterprise_id = $2", [
      leader.actor.id,
      firm?.id,
    ]);
    expect([await groupsOf(leader, id), await answerNotice(leader, id)]).toEqual([[], null]);
    await expectNotFound(() => act(leader, readNotice, { filing: id }));
    await succeed(filer, withdrawFiling, { filing: id, reason: '不查了' });
    expect(await readTold(id, 'filing.withdrawn')).not.toContain('hechangqing');
    await asOwner(
      `UPDATE filing SET channel = 'seed', starts_at = now() - interval '50 hours', ends_at = now() - interval '48 hours',
        start_day = ((now() - interval '50 hours') AT TIME ZONE 'Asia/Shanghai')::date,
        year = extract(year FROM (now() - interval '50 hours') AT TIME ZONE 'Asia/Shanghai') WHERE id = $1`,
      [id],
    );
    expect(await groupsOf(leader, id)).toEqual(['past']);
  });
});

describe('a check in an opened case', () => {
  it('is told to nobody: no notice, no line, no message', async () => {
    const id = await file(undefined, 'openedCase');
    expect(await asOwner('SELECT 1 FROM territory_notice WHERE filing_id = $1', [id])).toEqual([]);
    expect([await groupsOf(officer, id), await groupsOf(leader, id)]).toEqual([[], []]);
    expect(await readTold(id, 'filing.filed')).not.toEqual(expect.arrayContaining(['tangjingyuan']));
    expect(await loadEntryGate(db(), id)).toEqual({ open: true });
  });

  it('disappears from every list where it becomes one afterwards', async () => {
    const id = await file();
    const total = (await listToldVisits(officer, 1)).current.length;
    await asOwner(`UPDATE filing SET request = jsonb_set(request::jsonb, '{trigger,type}', '"openedCase"') WHERE id = $1`, [id]);
    expect([await groupsOf(officer, id), await groupsOf(leader, id)]).toEqual([[], []]);
    expect((await listToldVisits(officer, 1)).current).toHaveLength(total - 1);
    expect((await listWaitingNotices(office)).map((notice) => notice.id)).not.toContain(id);
    const read = await seen(id);
    await expectNotFound(() => act(officer, acknowledgeNotice, read));
    expect(await loadEntryGate(db(), id)).toEqual({ open: true });
    await soon(id);
    await watchEmergencies('test');
    expect(await readEvents(id)).toEqual(['filing.filed']);
    expect(await answerNotice(officer, id)).toBeNull();
  });
});

describe('contacts of a key enterprise', () => {
  const liaison = userIdOf(leng.districtCode, 'liaoxiaoyun');
  const firm = () => parked.at(-1)?.id ?? '';

  it('are two people with a history, assigned by the office of the district', async () => {
    await asOwner('DELETE FROM key_contact WHERE enterprise_id = $1', [firm()]);
    await expectNotFound(() => act(elsewhere, assignContact, { enterprise: firm(), kind: 'liaison', user: liaison }));
    await expectOneOf([1, 2].map(() => act(office, assignContact, { enterprise: firm(), kind: 'liaison', user: liaison })));
    await succeed(office, assignContact, { enterprise: firm(), kind: 'leader', user: leader.actor.id });
    const view = await loadContacts(office, firm());
    expect(view?.history.map(({ kind, until }) => [kind, until])).toEqual([
      ['leader', null],
      ['liaison', null],
    ]);
    expect(await loadContacts(elsewhere, firm())).toBeNull();
    const { rows } = await listContacts(office, { q: parked.at(-1)?.uscc, lacking: undefined, page: 1 });
    expect(rows).toEqual([expect.objectContaining({ leader: '何长青', liaison: '廖晓云' })]);
  });

  it('are of their kind, of the district, and only of key enterprises', async () => {
    const wrong = { enterprise: firm(), kind: 'leader', user: liaison } as const;
    expect(await act(office, assignContact, wrong)).toMatchObject({ refusal: { kind: 'invalid', fields: { user: [expect.any(String)] } } });
    const plain = enterpriseId(leng, leng.enterprises[0] ?? '');
    expect(await act(office, assignContact, { enterprise: plain, kind: 'liaison', user: liaison })).toMatchObject({
      refusal: { kind: 'invalid' },
    });
  });
});
