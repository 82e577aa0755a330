import { encode } from 'next-auth/jwt';
import { describe, expect, it } from 'vitest';
import { closeSessionAction, openSessionAction, revokeSessionAction } from '#features/session/actions.ts';
import { disableUserAction, enableUserAction } from '#features/user/actions.ts';
import { loadActor } from '#platform/session.ts';
import { demoPassword } from '#seed/accounts.data.ts';
import { asOwner } from '#support/api.ts';
import { signIn } from '#support/people.ts';
import { type Caller, inRequest, press } from '#support/request-scope.ts';
import { readOne } from '#support/rows.ts';

const district = '431103';
const wrong = 'not-the-password';

async function whoIs(caller: Caller): Promise<string> {
  const { result } = await inRequest(caller, loadActor);
  return result.type === 'user' ? result.name : result.type;
}

const open = (username: string, password: string, address = '192.0.2.1') =>
  press(openSessionAction, { address }, { district, username, password });
const said = async (username: string, password: string, address?: string) => (await open(username, password, address)).state?.errors[''];

describe('signing in', () => {
  it('opens a session whose secret only the browser keeps', async () => {
    const { to, cookies } = await open('luolin', demoPassword);
    expect(to).toBe('/home');
    expect(cookies.join()).toMatch(/^ningqi-session=[^;]+;.*HttpOnly/i);
    const [cookie = ''] = cookies.join().split(';');
    expect(await whoIs({ cookie })).toBe('罗琳');
    const kept = await readOne<{ token_hash: string }>('SELECT token_hash FROM session ORDER BY created_at DESC LIMIT 1');
    expect(cookie).not.toContain(kept.token_hash);
  });

  it('takes the name in any case, and the password only as it is', async () => {
    expect((await open(' LuoLin ', demoPassword)).to).toBe('/home');
    expect((await open('luolin', ` ${demoPassword}`)).to).toBeNull();
  });

  it('says the same of a wrong password, an unknown account, another district and a disabled account', async () => {
    await asOwner(`UPDATE user_account SET disabled_at = now() WHERE username = 'yuqi'`);
    const answers = [
      await said('xiezhiyuan', wrong),
      await said('nobody', wrong),
      await said('weibofeng', demoPassword),
      await said('yuqi', demoPassword),
    ];
    for (const answer of answers) expect(answer).toEqual(answers[0]);
    expect(answers[0]).toEqual([expect.stringContaining('不正确')]);
  });

  it('keeps what was typed, but never the password', async () => {
    const { state } = await open('xiezhiyuan', wrong);
    expect(state?.values).toEqual({ district, username: 'xiezhiyuan' });
  });
});

describe('five failures lock an account', () => {
  it.each(['hechen', 'never-existed'])('%s: also for the right password, and whether it exists or not', async (username) => {
    for (let failure = 1; failure <= 5; failure++) expect(await said(username, wrong)).toEqual([expect.stringContaining('不正确')]);
    expect(await said(username, demoPassword)).toEqual([expect.stringMatching(/输错次数过多，请 1[45] 分钟后再登录/)]);
    expect((await open('shenfeijing', demoPassword)).to).toBe('/home');
  });

  it('from other addresses as well, until the time is over', async () => {
    expect(await said('hechen', demoPassword, '198.51.100.7')).toEqual([expect.stringContaining('输错次数过多')]);
    await asOwner(`UPDATE rate_limit SET expire = 1 WHERE key LIKE '%hechen'`);
    expect((await open('hechen', demoPassword)).to).toBe('/home');
  });

  it('a success forgets the failures before it', async () => {
    for (let failure = 1; failure <= 4; failure++) await open('zengli', wrong);
    await open('zengli', demoPassword);
    expect(await said('zengli', wrong)).toEqual([expect.stringContaining('不正确')]);
    expect((await open('zengli', demoPassword)).to).toBe('/home');
  });

  it('of twelve at once five are tried, the others locked out', async () => {
    const answers = await Promise.all(Array.from({ length: 12 }, () => said('shenleyu', wrong)));
    expect(answers.filter((answer) => answer?.[0]?.includes('不正确'))).toHaveLength(5);
    expect(await said('shenleyu', demoPassword)).toEqual([expect.stringContaining('输错次数过多')]);
  });
});

describe('a session ends with the next request', () => {
  it('signed out', async () => {
    const { secret } = await signIn('luolin');
    expect(await whoIs({ secret })).toBe('罗琳');
    const { to, cookies } = await press(closeSessionAction, { secret });
    expect(to).toBe('/sign-in');
    expect(cookies.join()).toMatch(/^ningqi-session=;/);
    expect(await whoIs({ secret })).toBe('public');
  });

  it('revoked by the security administrator', async () => {
    const [{ secret, actor }, admin] = await Promise.all([signIn('luolin'), signIn('xiaowenjing')]);
    await press(revokeSessionAction, { secret: admin.secret }, { session: actor.sessionId });
    expect(await whoIs({ secret })).toBe('public');
  });

  it('disabled by the system administrator, and stays ended when enabled again', async () => {
    const [{ secret, actor }, admin] = await Promise.all([signIn('suchenxin'), signIn('dengsiyuan')]);
    await press(disableUserAction, { secret: admin.secret }, { user: actor.id });
    expect(await whoIs({ secret })).toBe('public');
    await press(enableUserAction, { secret: admin.secret }, { user: actor.id });
    expect(await whoIs({ secret })).toBe('public');
    expect(await whoIs({ secret: (await signIn('suchenxin')).secret })).toBe('苏晨欣');
  });

  it.each([
    ['idle for half an hour', `last_seen_at = now() - interval '30 minutes 1 second'`],
    ['twelve hours old', `created_at = now() - interval '12 hours 1 second'`],
    ['ended', 'ended_at = now()'],
  ])('%s', async (_what, change) => {
    const { secret, actor } = await signIn('luolin');
    await asOwner(`UPDATE session SET ${change} WHERE id = $1`, [actor.sessionId]);
    expect(await whoIs({ secret })).toBe('public');
  });

  it('is seen again while it is used, and stays', async () => {
    const { secret, actor } = await signIn('luolin');
    await asOwner(`UPDATE session SET last_seen_at = now() - interval '29 minutes' WHERE id = $1`, [actor.sessionId]);
    expect(await whoIs({ secret })).toBe('罗琳');
    expect(
      await readOne(`SELECT last_seen_at > now() - interval '1 minute' AS fresh FROM session WHERE id = $1`, [actor.sessionId]),
    ).toEqual({ fresh: true });
  });

  it('what was signed with another secret, or is no token, is nobody', async () => {
    const { secret } = await signIn('luolin');
    const forged = await encode({ token: { sid: secret }, secret: 'another-secret-of-the-same-length-here' });
    for (const value of [forged, secret, '', 'x.y.z', '%00']) expect(await whoIs({ cookie: `ningqi-session=${value}` })).toBe('public');
  });
});
