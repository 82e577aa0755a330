import { describe, expect, it } from 'vitest';
import { lookReceiptAction, openRatingAction, rateVisitAction } from '#features/feedback/actions.ts';
import { inviteVisit, stepFeedback } from '#features/feedback/commands/invite-visit.ts';
import { recordCallback } from '#features/feedback/commands/record-callback.ts';
import { findDue, findReminders } from '#features/feedback/queries/find-visit.ts';
import { listAnswers } from '#features/feedback/queries/list-answers.ts';
import { loadAnswer, loadInvitation } from '#features/feedback/queries/load-answer.ts';
import { loadRating } from '#features/feedback/queries/load-rating.ts';
import { feedbackFilter } from '#features/feedback/schema.ts';
import { runCommand } from '#platform/command.ts';
import { db } from '#platform/db.ts';
import { linkToken } from '#platform/link-token.ts';
import { publicScope, systemScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound, expectOneOf, fileVisit } from '#support/filings.ts';
import { accepted, act, keyOf, officeOf, succeed } from '#support/people.ts';
import { inviteLeft, leaveVisit, ratingForm, sha256, withToken } from '#support/ratings.ts';
import { press } from '#support/request-scope.ts';
import { caseVisit, freeEnterprise } from '#support/requests.ts';
import { readEvents, readOne } from '#support/rows.ts';

const { leng } = journey;
const other = '431103-emergency';
const [office, foreignOffice, key] = await Promise.all([officeOf('luolin'), officeOf('penghaoran'), keyOf(leng.agency)]);
const everybody = publicScope({ type: 'public' });

async function filed(nth: number): Promise<string> {
  return (await accepted(fileVisit(key, caseVisit(leng, { enterprise: freeEnterprise(leng, nth) })))).id;
}

/** A second agency comes along, as after a joined filing. */
async function joinedBy(filing: string): Promise<string> {
  const [row] = await asOwner<{ code: string }>(
    `INSERT INTO filing_agency (filing_id, agency_code, is_lead) SELECT $1, code, false FROM agency WHERE district_code = '431103' AND code <> $2
    ORDER BY code = $3 DESC, code LIMIT 1 RETURNING agency_code AS code`,
    [filing, leng.agency, other],
  );
  return row?.code ?? '';
}

const step = (filing: string) => {
  const origin = { actor: { type: 'system' as const }, requestId: 'test', districtCode: '431103' };
  return runCommand({ scope: systemScope('431103'), origin, command: (context) => stepFeedback(context, { filing }) });
};
const invitation = (filing: string) =>
  readOne<{ status: string; opened_at: Date | null; reminders: number }>('SELECT * FROM feedback_invitation WHERE filing_id = $1', [
    filing,
  ]);
const answers = (filing: string) => asOwner<{ id: string; agency_code: string }>('SELECT * FROM feedback WHERE filing_id = $1', [filing]);
const open = (token: string) => press(openRatingAction, { address: '192.0.2.7' }, { token });
const rate = (token: string, agency: string, change = {}) => press(rateVisitAction, withToken(token), ratingForm(agency, change));

describe('a joint visit is rated from one link', () => {
  it('that may be opened as often as one likes; agency by agency, each once, with a receipt whose hash alone is kept', async () => {
    const filing = await filed(0);
    const second = await joinedBy(filing);
    const token = await inviteLeft(office, filing);
    for (const _time of [1, 2]) expect((await open(token)).to).toBe('/rate/visit');
    expect(await answers(filing)).toEqual([]);
    expect((await loadRating(everybody, sha256(token)))?.agencies.map(({ answered }) => answered)).toEqual([false, false]);
    const first = await rate(token, leng.agency);
    expect(first.state?.shown).toMatch(/^([0-9A-HJKMNP-TV-Z]{4}-?){4}$/);
    expect((await invitation(filing)).status).toBe('invited');
    expect((await rate(token, leng.agency)).state?.say).toContain('已经评过');
    expect((await rate(token, second, { overall: 'fairly' })).state?.shown).toBeTruthy();
    expect((await invitation(filing)).status).toBe('answered');
    expect(await answers(filing)).toHaveLength(2);
    const stored = JSON.stringify(await asOwner('SELECT * FROM feedback WHERE filing_id = $1', [filing]));
    expect([stored.includes(token), stored.includes(first.state?.shown ?? '?')]).toEqual([false, false]);
  });

  it('where one agency is still inside when the other is rated: it is rated when it has left, and is asked for', async () => {
    const filing = await filed(6);
    const second = await joinedBy(filing);
    const token = await inviteLeft(office, filing);
    await asOwner('ALTER TABLE filing_agency DISABLE TRIGGER filing_part_keeps');
    const out = (at: string) =>
      asOwner(`UPDATE filing_agency SET checked_out_at = ${at} WHERE filing_id = $1 AND agency_code = $2`, [filing, second]);
    await out('NULL');
    expect((await rate(token, leng.agency)).state?.shown).toBeTruthy();
    expect((await invitation(filing)).status).toBe('invited');
    await asOwner(`UPDATE feedback_invitation SET status = 'answered', answered_at = now() WHERE filing_id = $1`, [filing]);
    expect((await findDue(db())).map((due) => due.filing)).not.toContain(filing);
    expect((await step(filing)).ok).toBe(false);
    await out('now()');
    await asOwner('ALTER TABLE filing_agency ENABLE TRIGGER filing_part_keeps');
    expect((await findDue(db())).map((due) => due.filing)).toContain(filing);
    expect((await step(filing)).ok).toBe(true);
    expect((await invitation(filing)).status).toBe('invited');
    expect((await rate(token, second)).state?.shown).toBeTruthy();
    expect((await invitation(filing)).status).toBe('answered');
    expect((await step(filing)).ok).toBe(false);
  });

  it('is over where those who were still awaited never came', async () => {
    const filing = await filed(7);
    const second = await joinedBy(filing);
    const token = await inviteLeft(office, filing);
    await asOwner('ALTER TABLE filing_agency DISABLE TRIGGER filing_part_keeps');
    const change = (set: string) => asOwner(`UPDATE filing_agency SET ${set} WHERE filing_id = $1 AND agency_code = $2`, [filing, second]);
    await change('checked_in_at = NULL, checked_out_at = NULL');
    expect((await rate(token, leng.agency)).state?.shown).toBeTruthy();
    expect((await invitation(filing)).status).toBe('invited');
    expect((await findDue(db())).map((due) => due.filing)).not.toContain(filing);
    await change('absent_at = now()');
    await asOwner('ALTER TABLE filing_agency ENABLE TRIGGER filing_part_keeps');
    expect((await findDue(db())).map((due) => due.filing)).toContain(filing);
    expect((await step(filing)).ok).toBe(true);
    expect((await invitation(filing)).status).toBe('answered');
  });

  it('pasted whole, and not at all where it is wrong: told alike, nothing changed', async () => {
    const filing = await filed(1);
    const token = await inviteLeft(office, filing);
    expect((await open(`http://localhost:3000/rate#${token}`)).to).toBe('/rate/visit');
    const guesses = [linkToken('rate', crypto.randomUUID()), sha256(token).slice(0, 43), 'x'.repeat(43)];
    for (const guess of guesses) {
      const { state } = await open(guess);
      expect(state?.errors.token?.[0]).toContain('没有这个评价链接');
      expect((await rate(guess, leng.agency)).state?.say).toContain('没有找到');
    }
    expect((await rate(token, '431103-fire')).state?.say).toContain('没有找到');
    expect((await press(rateVisitAction, { address: '192.0.2.8' }, ratingForm(leng.agency))).state?.say).toContain('没有找到');
    expect(await answers(filing)).toEqual([]);
  });

  it('has no answer beforehand: every question missing is an error', async () => {
    const { state } = await press(rateVisitAction, withToken('x'.repeat(43)), { district: '431103', agency: leng.agency });
    expect(Object.keys(state?.errors ?? {})).toHaveLength(10);
  });

  it('two at once: one answer, one receipt', async () => {
    const filing = await filed(2);
    const token = await inviteLeft(office, filing);
    const tries = await Promise.all([1, 2, 3, 4].map(() => rate(token, leng.agency)));
    expect(tries.filter(({ state }) => state?.shown)).toHaveLength(1);
    expect(await answers(filing)).toHaveLength(1);
  });

  it('asks an address to wait that tries too many tokens', async () => {
    const tries = await Promise.all(
      Array.from({ length: 40 }, () => press(openRatingAction, { address: '192.0.2.99' }, { token: 'y'.repeat(43) })),
    );
    expect(tries.filter(({ state }) => state?.say?.includes('太频繁'))).toHaveLength(10);
  });
});

describe('the clock of a rating', () => {
  it('makes, invites, reminds and closes, each once', async () => {
    const filing = await filed(3);
    await leaveVisit(filing);
    expect((await step(filing)).ok).toBe(true);
    expect((await invitation(filing)).status).toBe('due');
    expect((await step(filing)).ok).toBe(false);
    const move = (days: number) =>
      asOwner(
        `UPDATE filing_agency SET checked_in_at = checked_in_at - make_interval(days => $2), checked_out_at = checked_out_at - make_interval(days => $2) WHERE filing_id = $1`,
        [filing, days],
      ).catch(() => undefined);
    await asOwner('ALTER TABLE filing_agency DISABLE TRIGGER filing_part_keeps');
    await move(2);
    expect((await step(filing)).ok).toBe(true);
    expect(await invitation(filing)).toMatchObject({ status: 'invited', reminders: 0 });
    expect(
      await asOwner(`SELECT params FROM outbox_message WHERE params ->> 'filing' = $1 AND template = 'rateInvited'`, [filing]),
    ).toHaveLength(1);
    const reminded = async () => (await findReminders(db(), { districtCode: '431103', reminderDays: [3, 7] })).map((due) => due.filing);
    expect(await reminded()).not.toContain(filing);
    await move(2);
    expect(await reminded()).toContain(filing);
    expect((await step(filing)).ok).toBe(true);
    expect(await reminded()).not.toContain(filing);
    expect((await invitation(filing)).reminders).toBe(1);
    expect((await step(filing)).ok).toBe(false);
    await asOwner('ALTER TABLE filing_agency ENABLE TRIGGER filing_part_keeps');
    await asOwner(`UPDATE feedback_invitation SET closes_at = now() - interval '1 minute' WHERE filing_id = $1`, [filing]);
    expect((await rate(linkToken('rate', filing), leng.agency)).state?.say).toContain('截止');
    expect((await step(filing)).ok).toBe(true);
    expect((await invitation(filing)).status).toBe('closed');
    expect((await act(office, inviteVisit, { filing })).ok).toBe(false);
  });
});

describe('whoever is dissatisfied is called back', () => {
  it('the office is told at once, of answers in its own district; attempts are kept; the receipt says what became of it', async () => {
    const filing = await filed(4);
    const token = await inviteLeft(office, filing);
    const bad = { overall: 'dissatisfied', conduct: ['no-gift', 'no-kpi-link'], text: '要求下周再来', mayCallBack: 'yes' };
    const receipt = (await rate(token, leng.agency, bad)).state?.shown ?? '';
    const id = (await answers(filing))[0]?.id ?? '';
    expect(await readEvents(id)).toEqual(['feedback.given']);
    expect((await readOne<{ kind: string }>(`SELECT kind FROM alert WHERE filing_id = $1 AND kind = 'badConduct'`, [filing])).kind).toBe(
      'badConduct',
    );
    expect((await loadAnswer(office, id))?.text).toBe('要求下周再来');
    await expectNotFound(
      () => act(foreignOffice, recordCallback, { feedback: id, result: 'done', note: '不归我' }),
      () => act(foreignOffice, inviteVisit, { filing }),
    );
    expect([await loadAnswer(foreignOffice, id), await loadInvitation(foreignOffice, filing)]).toEqual([null, null]);
    const look = () => press(lookReceiptAction, { address: '192.0.2.7' }, { receipt: receipt.toLowerCase() });
    expect((await look()).state?.shown).toContain('正在处理');
    await succeed(office, recordCallback, { feedback: id, result: 'noAnswer', note: '没有接通' });
    await expectOneOf([1, 2].map(() => act(office, recordCallback, { feedback: id, result: 'done' as const, note: '已了解' })));
    expect(await loadAnswer(office, id)).toMatchObject({ attempts: 2, note: '没有接通\n已了解' });
    expect((await look()).state?.shown).toContain('已回访');
    const wrong = await press(lookReceiptAction, { address: '192.0.2.7' }, { receipt: '0000-0000-0000-0000' });
    expect(wrong.state?.errors.receipt?.[0]).toContain('没有这个回执码');
  });

  it('the list holds what the filters say, of the own district alone', async () => {
    const list = await listAnswers(office, feedbackFilter.parse({ overall: 'dissatisfied', conduct: 'yes' }));
    expect(list.rows.length).toBeGreaterThan(0);
    expect(list.rows.every(({ overall, conduct }) => overall === 'dissatisfied' && conduct.length > 0)).toBe(true);
    const foreign = await listAnswers(foreignOffice, feedbackFilter.parse({}));
    const ids = new Set(list.rows.map(({ id }) => id));
    expect(foreign.rows.filter(({ id }) => ids.has(id))).toEqual([]);
  });
});
