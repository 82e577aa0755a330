import 'server-only';
import { cookies } from 'next/headers';
import { notFound, redirect } from 'next/navigation';
import { getServerSession } from 'next-auth';
import { encode } from 'next-auth/jwt';
import { cache } from 'react';
import type { Role } from '#domain/access/permissions.ts';
import { authOptions, sessionCookie, sessionSeconds } from './auth-options.ts';
import { db, Prisma } from './db.ts';
import { hashSecret } from './entropy.ts';
import { env } from './env.ts';
import {
  type Actor,
  type AdminScope,
  type AgencyScope,
  adminScope,
  agencyScope,
  type DrawScope,
  drawScope,
  type FilingScope,
  type InspectorScope,
  inspectorScope,
  type NoticeScope,
  noticeScope,
  type OfficeScope,
  officeScope,
  type StaffScope,
  scopeOfUser,
  type UserActor,
} from './scope.ts';

type SessionRow = Omit<UserActor, 'type'> & { readonly role: Role };

/** Looks the session up and marks it seen (at most once a minute, to spare writes); null once ended, idle, too old or disabled. */
async function findSession(tokenHash: string): Promise<UserActor | null> {
  const rows = await db().$queryRaw<SessionRow[]>(Prisma.sql`
    WITH found AS (
      SELECT session.id AS "sessionId", account.id, account.name, account.role::text AS role, account.inspector_id AS "inspectorId",
        account.district_code AS "districtCode", account.agency_code AS "agencyCode", account.territory_code AS "territoryCode", session.last_seen_at
      FROM session JOIN user_account account ON account.id = session.user_id
      WHERE session.token_hash = ${tokenHash} AND session.ended_at IS NULL AND account.disabled_at IS NULL
        AND session.last_seen_at > now() - interval '30 minutes' AND session.created_at > now() - interval '12 hours'
    ), seen AS (
      UPDATE session SET last_seen_at = now() FROM found
      WHERE session.id = found."sessionId" AND found.last_seen_at < now() - interval '1 minute'
    )
    SELECT * FROM found`);
  const row = rows[0];
  return row ? { ...row, type: 'user' } : null;
}

/** Who is asking. Read from the cookie and the session's row, once a request. */
export const loadActor = cache(async (): Promise<Actor> => {
  const session = (await getServerSession(authOptions())) as { sid?: unknown } | null;
  if (typeof session?.sid !== 'string') return { type: 'public' };
  return (await findSession(hashSecret(session.sid))) ?? { type: 'public' };
});

/** Hands the browser the token of a session whose row was just stored. */
export async function setSessionCookie(sessionSecret: string): Promise<void> {
  const token = await encode({ token: { sid: sessionSecret }, secret: env().NEXTAUTH_SECRET, maxAge: sessionSeconds });
  const { name, options } = sessionCookie();
  (await cookies()).set(name, token, { ...options, maxAge: sessionSeconds });
}

export async function clearSessionCookie(): Promise<void> {
  const { name, options } = sessionCookie();
  (await cookies()).set(name, '', { ...options, maxAge: 0 });
}

/** The person signed in, or off to the sign-in page. */
export async function requireUser(): Promise<UserActor> {
  const actor = await loadActor();
  return actor.type === 'user' ? actor : redirect('/sign-in');
}

export async function requireStaff(): Promise<StaffScope> {
  return scopeOfUser(await requireUser());
}

export async function requireAgency(): Promise<AgencyScope> {
  return agencyScope(await requireUser()) ?? notFound();
}

export async function requireOffice(): Promise<OfficeScope> {
  return officeScope(await requireUser()) ?? notFound();
}

export async function requireInspector(): Promise<InspectorScope> {
  return inspectorScope(await requireUser()) ?? notFound();
}

/** Everybody whose role reaches filings: agency, office, inspector. */
export async function requireFilingReader(): Promise<FilingScope> {
  const scope = await requireStaff();
  return scope.kind === 'agency' || scope.kind === 'office' || scope.kind === 'inspector' ? scope : notFound();
}

/** Everybody who is told of something: all but the administrators. */
export async function requireMessageReader(): Promise<StaffScope> {
  const scope = await requireStaff();
  return scope.kind === 'admin' ? notFound() : scope;
}

/** An agency or the office: everybody who declares, reviews or reads what will be planned. */
export async function requirePlanner(): Promise<AgencyScope | OfficeScope> {
  const scope = await requireStaff();
  return scope.kind === 'agency' || scope.kind === 'office' ? scope : notFound();
}

/** Everybody who takes part in draws: agencies, the office, the witness. */
export async function requireDrawReader(): Promise<DrawScope> {
  return drawScope(await requireUser()) ?? notFound();
}

/** A territory's officer, a contact leader or a liaison. */
export async function requireNoticeReader(): Promise<NoticeScope> {
  return noticeScope(await requireUser()) ?? notFound();
}

export async function requireAdmin(role: Role): Promise<AdminScope> {
  const actor = await requireUser();
  return (actor.role === role ? adminScope(actor) : null) ?? notFound();
}
