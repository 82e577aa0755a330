import { beforeAll, describe, expect, it } from 'vitest';
import { addDays, dayOf } from '#domain/calendar/local-day.ts';
import { families } from '#domain/notification/families.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { keepPreferences } from '#features/notification/commands/keep-preferences.ts';
import { mailMessages } from '#features/notification/commands/mail-messages.ts';
import { readMessage } from '#features/notification/commands/read-messages.ts';
import { takeMessage } from '#features/notification/commands/take-message.ts';
import { watchMessages } from '#features/notification/commands/watch-messages.ts';
import { loadInbox } from '#features/notification/queries/load-inbox.ts';
import { loadPreferences } from '#features/notification/queries/load-preferences.ts';
import { inboxFilter, preferences } from '#features/notification/schema.ts';
import type { Notice } from '#platform/audit.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { newId } from '#platform/entropy.ts';
import { type Outcome, ok } from '#platform/outcome.ts';
import { type StaffScope, type SystemScope, scopeOfUser, systemScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { approveVisit } from '#support/filings.ts';
import { act, agencyOf, signIn, succeed } from '#support/people.ts';
import { freeEnterprise, plannedVisit } from '#support/requests.ts';

const district = '431103';
const cast = ['luolin', 'xiezhiyuan', 'shenleyu', 'zengli', 'tangjingyuan', 'zhuzhekang', 'penghaoran', 'jiangxinlan'] as const;
const scopes = new Map<string, StaffScope>();
const scopeOf = (username: string): StaffScope => {
  const scope = scopes.get(username);
  if (!scope) throw new Error(`${username} has not signed in`);
  return scope;
};

const idOf = (username: string): string => {
  const { actor } = scopeOf(username);
  return actor.type === 'user' ? actor.id : '';
};

/** Runs what the server does by itself. */
const inDistrict = (command: (context: Command<SystemScope>) => Promise<Outcome<null>>) =>
  runCommand({
    scope: systemScope(district),
    origin: { actor: { type: 'system' }, requestId: 'test', districtCode: district },
    command,
  });

/** Sends one notice about a thing that did not exist before; gives the thing. */
async function send(notice: Notice, event = 'filing.submitted'): Promise<string> {
  const subject = newId();
  await inDistrict(async ({ record }) => {
    record(event, subject, { notices: [notice] });
    return ok(null);
  });
  return subject;
}

/** Does something about a thing, as far as the log knows. */
const doOne = (username: string, event: string, subject: string) =>
  act(scopeOf(username), async ({ record }: Command<StaffScope>) => ok(record(event, subject)), {});

const watch = () => inDistrict(watchMessages);

type Post = { id: string; role: string; agency: string; territory: string | null; event: string; by: string | null; due: Date | null };

const postsOf = (subject: string) =>
  asOwner<Post>(
    `SELECT post.id, post.role::text AS role, agency_code AS agency, territory_code AS territory, event, taken_by_id AS by, escalates_at AS due
    FROM role_message post WHERE subject_id = $1 ORDER BY role, agency_code`,
    [subject],
  );

const inboxOf = async (username: string, query: object) => (await loadInbox(scopeOf(username), inboxFilter.parse(query))).rows;
const idFor = async (username: string, subject: string) => {
  const own = new Set((await postsOf(subject)).map(({ id }) => id));
  return (await inboxOf(username, { view: 'role' })).find(({ id }) => own.has(id))?.id;
};

beforeAll(async () => {
  for (const username of cast) {
    const { actor } = await signIn(username);
    const [row] = await asOwner<{ territory: string | null }>('SELECT territory_code AS territory FROM user_account WHERE id = $1', [
      actor.id,
    ]);
    scopes.set(username, scopeOfUser({ ...actor, territoryCode: row?.territory ?? null }));
  }
});

describe('a notice to roles', () => {
  it('stands in the inbox of each role, agency by agency, and in the people’s own', async () => {
    const to = { roles: ['agencyFiler', 'agencyHead'] as const, agencyCodes: ['431103-amr', '431103-fire'] };
    const subject = await send({ to, text: '测试一', href: '/filings' });
    expect((await postsOf(subject)).map(({ role, agency }) => `${role} ${agency}`)).toEqual([
      'agencyFiler 431103-amr',
      'agencyFiler 431103-fire',
      'agencyHead 431103-amr',
      'agencyHead 431103-fire',
    ]);
    expect((await inboxOf('shenleyu', { family: 'filing' })).map(({ text }) => text)).toContain('测试一');
    expect(await inboxOf('shenleyu', { family: 'draw' })).not.toContainEqual(expect.objectContaining({ text: '测试一' }));
  });

  it('reaches the officers of a territory and nobody else of their role', async () => {
    const subject = await send({ to: { territoryCodes: [`${district}-park-1`] }, text: '属地', href: '/territory' }, 'notice.sent');
    const other = await send({ to: { roles: ['territoryOfficer'], territoryCodes: ['431103-nowhere'] }, text: '别处', href: '/territory' });
    expect((await postsOf(subject)).map(({ role, territory }) => [role, territory])).toEqual([['territoryOfficer', `${district}-park-1`]]);
    expect(await postsOf(other)).toEqual([]);
    expect(await idFor('tangjingyuan', subject)).toBeDefined();
    expect((await inboxOf('tangjingyuan', {})).map(({ text }) => text)).toContain('属地');
  });

  it('to a person by name makes no role’s message', async () => {
    const subject = await send({ to: { userIds: [idOf('shenleyu')] }, text: '给本人', href: '/filings' });
    expect(await postsOf(subject)).toEqual([]);
  });
});

describe('taking', () => {
  it('of two at once one handles it, the other hears who does; what was said to the other role goes with it', async () => {
    const subject = await send({ to: { roles: ['officeClerk', 'officeDirector'] }, text: '办公室', href: '/filings' });
    const [clerk, director] = [await idFor('luolin', subject), await idFor('xiezhiyuan', subject)];
    const tries = await Promise.all([
      act(scopeOf('luolin'), takeMessage, { message: clerk ?? '' }),
      act(scopeOf('xiezhiyuan'), takeMessage, { message: director ?? '' }),
    ]);
    expect(tries.filter(({ ok: fine }) => fine)).toHaveLength(1);
    expect(tries.find(({ ok: fine }) => !fine)).toMatchObject({
      refusal: { kind: 'stale', say: expect.stringMatching(/^已由(罗琳|谢志远)接手/) },
    });
    const takers = new Set((await postsOf(subject)).map(({ by }) => by));
    expect(takers.size).toBe(1);
    expect(takers).not.toContain(null);
  });

  it('another agency, another role, another district find nothing', async () => {
    const subject = await send({ to: { roles: ['agencyFiler'], agencyCodes: ['431103-amr'] }, text: '别人的', href: '/filings' });
    const [{ id } = { id: '' }] = await postsOf(subject);
    for (const username of ['zhuzhekang', 'zengli', 'luolin', 'penghaoran', 'jiangxinlan']) {
      expect(await act(scopeOf(username), takeMessage, { message: id })).toMatchObject({ refusal: { kind: 'notFound' } });
      expect((await inboxOf(username, { view: 'role' })).map((row) => row.id)).not.toContain(id);
    }
    expect((await postsOf(subject))[0]?.by).toBeNull();
  });

  it('a person’s own message is read by that person alone', async () => {
    await send({ to: { roles: ['agencyHead'], agencyCodes: ['431103-amr'] }, text: '要读的', href: '/filings' });
    const row = (await inboxOf('zengli', { state: 'open' })).find(({ text }) => text === '要读的');
    expect(await act(scopeOf('shenleyu'), readMessage, { message: row?.id ?? '' })).toMatchObject({ refusal: { kind: 'notFound' } });
    expect(await act(scopeOf('zengli'), readMessage, { message: row?.id ?? '' })).toMatchObject({ ok: true });
    expect((await inboxOf('zengli', { state: 'done' })).map(({ text }) => text)).toContain('要读的');
  });
});

describe('what nobody takes', () => {
  const overdue = (subject: string) =>
    asOwner(`UPDATE role_message SET escalates_at = now() - interval '1 minute' WHERE subject_id = $1`, [subject]);

  it('goes one role up, once; taken there it is taken here', async () => {
    const subject = await send({ to: { roles: ['agencyFiler'], agencyCodes: ['431103-amr'] }, text: '没人接', href: '/filings' });
    await watch();
    const [post] = await postsOf(subject);
    expect(post?.due?.getTime()).toBeGreaterThan(Date.now() + 20 * 60 * 60 * 1000);
    await overdue(subject);
    await watch();
    await watch();
    const raised = await postsOf(post?.id ?? '');
    expect(raised.map(({ role, agency, event }) => [role, agency, event])).toEqual([['agencyHead', '431103-amr', 'message.escalated']]);
    await act(scopeOf('zengli'), takeMessage, { message: raised[0]?.id ?? '' });
    expect((await postsOf(subject))[0]?.by).toBe(raised[0] ? (await postsOf(post?.id ?? ''))[0]?.by : null);
    expect((await postsOf(subject))[0]?.by).not.toBeNull();
  });

  it('stays where the role above was told at once', async () => {
    const to = { roles: ['agencyFiler', 'agencyHead'] as const, agencyCodes: ['431103-amr'] };
    const subject = await send({ to, text: '都告诉了', href: '/filings' });
    await watch();
    expect((await postsOf(subject)).map(({ due }) => due)).toEqual([null, null]);
  });

  it('is done with when somebody of the role did something about it', async () => {
    const subject = await send({ to: { roles: ['agencyHead'], agencyCodes: ['431103-amr'] }, text: '已批准', href: '/filings' });
    await doOne('zengli', 'filing.approved', subject);
    await watch();
    expect((await postsOf(subject))[0]?.by).toBe(idOf('zengli'));
  });
});

describe('what was seen to', () => {
  const story = journey.leng;
  const noticed = async (nth: number) => {
    const [filer, head] = [await agencyOf('shenleyu'), await agencyOf('zengli')];
    const { id } = await approveVisit(filer, head, plannedVisit(story, { enterprise: freeEnterprise(story, nth) }));
    const notice = { to: { territoryCodes: [`${district}-park-1`] }, text: '请签收', href: '/territory' };
    await asOwner(
      `INSERT INTO territory_notice (filing_id, territory_code, sent_at) VALUES ($1, $2, now()) ON CONFLICT (filing_id) DO UPDATE SET acknowledged_at = NULL,
        acknowledged_by_id = NULL, acknowledged_how = NULL`,
      [id, `${district}-park-1`],
    );
    await inDistrict(async ({ record }) => {
      record('filing.filed', id, { notices: [notice] });
      return ok(null);
    });
    await watch();
    const open = async () =>
      (await asOwner(`SELECT FROM role_message WHERE subject_id = $1 AND role = 'territoryOfficer' AND taken_at IS NULL`, [id])).length;
    return { id, open };
  };

  it('by telephone at the office: the territory’s message is done with, as its own press would', async () => {
    const { id, open } = await noticed(0);
    expect(await open()).toBeGreaterThan(0);
    await asOwner(
      `UPDATE territory_notice SET acknowledged_at = now(), acknowledged_by_id = $2, acknowledged_how = 'phone', note = '周主任' WHERE filing_id = $1`,
      [id, idOf('luolin')],
    );
    await watch();
    expect(await open()).toBe(0);
  });

  it('because nobody comes any more: it does not go up', async () => {
    const { id, open } = await noticed(1);
    await succeed(await agencyOf('shenleyu'), withdrawFiling, { filing: id, reason: '不去了' });
    await watch();
    expect(await open()).toBe(0);
  });

  it('not by something else that somebody of the post did about the same filing', async () => {
    const subject = await send({ to: { roles: ['agencyHead'], agencyCodes: ['431103-amr'] }, text: '还没批准', href: '/filings' });
    await doOne('zengli', 'letter.published', subject);
    await watch();
    expect((await postsOf(subject))[0]?.by).toBeNull();
  });

  it('what only tells waits at no post, and is read by people all the same', async () => {
    const to = { roles: ['officeClerk', 'officeDirector'] as const };
    const subject = await send({ to, text: '只是告知', href: '/findings' }, 'letter.withdrawn');
    expect(await postsOf(subject)).toEqual([]);
    expect((await inboxOf('luolin', {})).map(({ text }) => text)).toContain('只是告知');
  });
});

describe('preferences', () => {
  it('an address that is none is refused; spaces around one do no harm; without one no mail goes out', () => {
    const parse = (address: string) => preferences.safeParse({ inApp: [], mail: [], digest: [], address });
    expect(
      ['a@b', 'a b@example.cn', 'a@example.cn\nbcc: b@example.cn', `${'a'.repeat(250)}@example.cn`].map((each) => parse(each).success),
    ).toEqual([...[false, false, false, false]]);
    expect([parse(' a@example.cn ').data?.address, parse('').data?.address]).toEqual(['a@example.cn', '']);
  });

  const mailsTo = (mail: string) =>
    asOwner<{ template: string; params: { subject: string; text: string; path: string } }>(
      'SELECT template, params FROM outbox_message WHERE recipient = $1 ORDER BY created_at',
      [mail],
    );
  const digestsTo = async (mail: string) => (await mailsTo(mail)).filter(({ params }) => params.subject.includes('汇总'));
  const mailAt = (now: Date) =>
    inDistrict(async (context) => {
      await mailMessages({ ...context, now });
      context.record('message.watched', district);
      return ok(null);
    });
  const without = (family: string) => families.filter((each) => each !== family);

  it('no personal row of a family that is not wanted; the role still hears', async () => {
    await act(scopeOf('zhuzhekang'), keepPreferences, { inApp: without('draw'), mail: [], digest: [...families], address: '' });
    const subject = await send({ to: { roles: ['agencyFiler'] }, text: '抽取不看', href: '/drawing' }, 'draw.opened');
    expect((await inboxOf('zhuzhekang', {})).map(({ text }) => text)).not.toContain('抽取不看');
    expect(await idFor('zhuzhekang', subject)).toBeDefined();
    expect((await loadPreferences(scopeOf('zhuzhekang'))).preferences.find(({ family }) => family === 'draw')?.inApp).toBe(false);
  });

  it('one letter at once, the others in one letter on the morning of a working day, each once', async () => {
    const mail = 'zengli@example.test';
    await act(scopeOf('zengli'), keepPreferences, { inApp: [...families], mail: ['filing', 'draw'], digest: ['draw'], address: mail });
    expect((await loadPreferences(scopeOf('zengli'))).mail).toBe(mail);
    const logged = await asOwner<{ detail: object }>(
      `SELECT detail FROM audit_record WHERE event = 'notification.preferred' AND subject = $1`,
      [idOf('zengli')],
    );
    expect(JSON.stringify(logged)).toContain('isAddressChanged');
    expect(JSON.stringify(logged)).not.toContain('example.test');
    const to = { roles: ['agencyHead'] as const, agencyCodes: ['431103-amr'] };
    await asOwner('DELETE FROM notification WHERE user_id = $1', [idOf('zengli')]);
    await send({ to, text: '马上', href: '/filings' });
    for (const text of ['汇总甲', '汇总乙']) await send({ to, text, href: '/drawing' }, 'draw.held');
    await watch();
    expect((await mailsTo(mail)).map(({ params }) => params)).toEqual([{ subject: '马上', text: '曾立：\n马上', path: '/filings' }]);
    const tomorrow = addDays(dayOf(new Date()), 1);
    await asOwner(
      `INSERT INTO calendar_day (day, year, kind, name) VALUES ($1::date, extract(year FROM $1::date), 'makeUp', '测试')
      ON CONFLICT (day) DO UPDATE SET kind = 'makeUp'`,
      [tomorrow],
    );
    await mailAt(new Date(`${tomorrow}T08:29:00+08:00`));
    expect(await digestsTo(mail)).toEqual([]);
    await mailAt(new Date(`${tomorrow}T08:31:00+08:00`));
    await mailAt(new Date(`${tomorrow}T08:36:00+08:00`));
    expect((await digestsTo(mail)).map(({ params }) => params.text)).toEqual(['曾立：\n汇总甲\n汇总乙']);
  });
});
