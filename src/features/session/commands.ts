import 'server-only';
import type { Command } from '#platform/command.ts';
import { db } from '#platform/db.ts';
import { hashSecret, newId, newSecret } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok } from '#platform/outcome.ts';
import { isPassword } from '#platform/password.ts';
import { forgetPoints, isLocked, takePoint } from '#platform/rate-limit.ts';
import { callerAddress } from '#platform/request.ts';
import type { AdminScope, PublicScope, StaffScope } from '#platform/scope.ts';
import type { SignIn } from './schema.ts';

/** One answer for a wrong password and for an unknown account, so that nobody learns who has one. */
const refused = () => invalid({ '': ['区县、账号或密码不正确。连续输错 5 次，15 分钟内不能登录。'] });
const locked = (seconds: number) => invalid({ '': [`输错次数过多，请 ${Math.ceil(seconds / 60)} 分钟后再登录。`] });

/** An attempt takes its point before the password is looked at: of many at once only as many as are left are tried. */
async function findLock(account: string, address: string): Promise<number | null> {
  return (await isLocked('signInAddress', address)) ?? (await takePoint('signInAccount', account));
}

/** How an attempt to sign in went, before anything is stored. */
export type Attempt = { readonly lock: number } | { readonly lock: null; readonly userId: string | null; readonly isRight: boolean };

/** Checks the password, counting attempts per account and failures per address. Hashing takes long, so no transaction waits for it. */
export async function tryPassword({ district, username, password }: SignIn): Promise<Attempt> {
  const account = `${district}/${username}`;
  const address = await callerAddress();
  const lock = await findLock(account, address);
  if (lock !== null) return { lock };
  const where = { districtCode: district, username, disabledAt: null };
  const user = await db().user.findFirst({ where, select: { id: true, passwordHash: true } });
  const isRight = await isPassword(user?.passwordHash ?? null, password);
  if (isRight) await forgetPoints('signInAccount', account);
  else await takePoint('signInAddress', address);
  return { lock: null, userId: user?.id ?? null, isRight };
}

/** Opens a session whose secret only the browser keeps, or records the failure. */
export async function openSession({ tx, record }: Command<PublicScope>, attempt: Attempt): Promise<Outcome<{ secret: string }>> {
  if (attempt.lock !== null) return locked(attempt.lock);
  const { userId, isRight } = attempt;
  if (!isRight || userId === null) {
    record('session.refused', userId ? `user:${userId}` : 'user:unknown');
    return refused();
  }
  const secret = newSecret();
  const id = newId();
  await tx.session.create({ data: { id, userId, tokenHash: hashSecret(secret) } });
  record('session.opened', id, { user: userId });
  return ok({ secret });
}

/** Signs the person out: the session's row ends, so the cookie is worth nothing from the next request on. */
export async function closeSession({ tx, scope, record, now }: Command<StaffScope>): Promise<Outcome<null>> {
  const { actor } = scope;
  if (actor.type !== 'user') return ok(null);
  await tx.session.updateMany({ where: { id: actor.sessionId, endedAt: null }, data: { endedAt: now } });
  record('session.closed', actor.sessionId);
  return ok(null);
}

/** The security administrator ends somebody's session in the district. */
export async function revokeSession({ tx, scope, record, now }: Command<AdminScope>, input: { session: string }): Promise<Outcome<null>> {
  const where = { id: input.session, endedAt: null, user: { districtCode: scope.districtCode } };
  const { count } = await tx.session.updateMany({ where, data: { endedAt: now } });
  if (count === 0) return notFound();
  record('session.revoked', input.session);
  return ok(null);
}
