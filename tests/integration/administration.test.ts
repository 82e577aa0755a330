import { beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '#domain/access/permissions.ts';
import { createKey, revokeKey } from '#features/api-key/commands.ts';
import { loadKeyDesk } from '#features/api-key/queries.ts';
import { checkChain } from '#features/audit/commands.ts';
import { loadAuditDesk } from '#features/audit/queries.ts';
import { postEntryCheck } from '#features/filing/api/routes.ts';
import { revokeSession } from '#features/session/commands.ts';
import { listSessions } from '#features/session/queries.ts';
import { disableUser, enableUser } from '#features/user/commands.ts';
import { listUsers } from '#features/user/queries.ts';
import { type CommandFunction, runCommand } from '#platform/command.ts';
import { newId } from '#platform/entropy.ts';
import { type AdminScope, adminScope } from '#platform/scope.ts';
import { asOwner, call, lawfulCase } from '#support/api.ts';

type Account = { id: string; name: string; districtCode: string; agencyCode: string };

const scopes = new Map<string, AdminScope>();

async function scopeOf(role: Role, district = '431103'): Promise<AdminScope> {
  const [account] = await asOwner<Account>(
    `SELECT id, name, district_code AS "districtCode", agency_code AS "agencyCode" FROM user_account WHERE role = $1::role AND district_code = $2`,
    [role, district],
  );
  const scope = account && adminScope({ type: 'user', ...account, sessionId: newId(), role, inspectorId: null, territoryCode: null });
  if (!scope) throw new Error(`no ${role}`);
  return scope;
}

function run<Input, Value>(scope: AdminScope, command: CommandFunction<AdminScope, Input, Value>, input: Input) {
  const origin = { actor: scope.actor, requestId: newId(), districtCode: scope.districtCode };
  return runCommand({ scope, origin, command: (context) => command(context, input) });
}

const at = (name: string): AdminScope => {
  const scope = scopes.get(name);
  if (!scope) throw new Error(`no ${name}`);
  return scope;
};

beforeAll(async () => {
  scopes.set('security', await scopeOf('securityAdmin'));
  scopes.set('elsewhere', await scopeOf('securityAdmin', '511724'));
  scopes.set('system', await scopeOf('systemAdmin'));
  scopes.set('audit', await scopeOf('auditAdmin'));
});

describe('keys', () => {
  it('are shown once, work, and end at once; another district finds nothing', async () => {
    const made = await run(at('security'), createKey, { agency: '431103-amr', label: '双随机平台' });
    const secret = made.ok ? made.value.secret : '';
    const { keys } = await loadKeyDesk(at('security'));
    const key = keys.find(({ hint }) => secret.startsWith(hint))?.id ?? '';
    expect(JSON.stringify(keys)).not.toContain(secret);
    const body = await lawfulCase('431103-amr');
    expect((await call(postEntryCheck, 'POST', { key: secret, body })).status).toBe(200);
    expect(await run(at('elsewhere'), revokeKey, { key })).toEqual({ ok: false, refusal: { kind: 'notFound' } });
    expect((await call(postEntryCheck, 'POST', { key: secret, body })).status).toBe(200);
    expect((await run(at('security'), revokeKey, { key })).ok).toBe(true);
    expect((await call(postEntryCheck, 'POST', { key: secret, body })).status).toBe(401);
    expect((await run(at('security'), revokeKey, { key })).ok).toBe(false);
  });

  it.each(['511724-amr', 'nobody'])('are not given to %s', async (agency) => {
    expect(await run(at('security'), createKey, { agency, label: 'x' })).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
  });
});

async function openSession(userId: string): Promise<string> {
  const id = newId();
  await asOwner('INSERT INTO session (id, user_id, token_hash) VALUES ($1, $2, $3)', [id, userId, newId()]);
  return id;
}

describe('accounts and sessions', () => {
  it('disabling ends the sessions; enabling does not bring them back; nobody disables themselves', async () => {
    const system = at('system');
    const user = (await listUsers(system)).find(({ role }) => role === 'agencyFiler')?.id ?? '';
    const session = await openSession(user);
    expect((await run(system, disableUser, { user })).ok).toBe(true);
    expect((await listSessions(at('security'))).map(({ id }) => id)).not.toContain(session);
    expect((await run(system, disableUser, { user })).ok).toBe(false);
    expect((await run(system, enableUser, { user })).ok).toBe(true);
    expect(await asOwner('SELECT FROM session WHERE id = $1 AND ended_at IS NOT NULL', [session])).toHaveLength(1);
    expect(await run(system, disableUser, { user: system.actor.id })).toEqual({ ok: false, refusal: { kind: 'notPermitted' } });
  });

  it("another district's account and session are not found", async () => {
    const [foreign] = await asOwner<{ id: string }>(`SELECT id FROM user_account WHERE district_code = '511724' LIMIT 1`);
    const user = foreign?.id ?? '';
    const session = await openSession(user);
    expect(await run(at('system'), disableUser, { user })).toEqual({ ok: false, refusal: { kind: 'notFound' } });
    expect(await run(at('security'), revokeSession, { session })).toEqual({ ok: false, refusal: { kind: 'notFound' } });
    expect((await run(at('elsewhere'), revokeSession, { session })).ok).toBe(true);
  });
});

describe('the log', () => {
  it('shows what was done, page by page, and only of the own district', async () => {
    const desk = await loadAuditDesk(at('audit'), {});
    expect(desk.rows.map(({ event }) => event)).toEqual(expect.arrayContaining(['apiKey.created', 'apiKey.revoked', 'user.disabled']));
    expect(desk.rows.every(({ who }) => !who.includes('nq_') || who.startsWith('接口'))).toBe(true);
    const older = await loadAuditDesk(at('audit'), { before: desk.rows[0]?.seq });
    expect(older.rows[0]?.seq).toBe(desk.rows[1]?.seq);
    const one = await loadAuditDesk(at('audit'), { event: 'user.disabled' });
    expect(new Set(one.rows.map(({ event }) => event))).toEqual(new Set(['user.disabled']));
  });

  it('fits from its first record to its head, until somebody changes one', async () => {
    const { year, rows } = await loadAuditDesk(at('audit'), {});
    expect(await run(at('audit'), checkChain, { year })).toMatchObject({ ok: true, value: { say: expect.stringContaining('核对一致') } });
    await asOwner(`UPDATE audit_record SET detail = '{"changed":1}' WHERE chain = $1 AND seq = $2`, [`431103/${year}`, rows[1]?.seq]);
    const say = `${year} 年的第 ${rows[1]?.seq} 条记录对不上`;
    expect(await run(at('audit'), checkChain, { year })).toMatchObject({ ok: true, value: { say: expect.stringContaining(say) } });
  });
});
