import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { AdminScope } from '#platform/scope.ts';
import type { AuditFilter } from './schema.ts';

export type AuditRow = {
  readonly seq: number;
  readonly at: Date;
  readonly who: string;
  readonly agency: string | null;
  readonly event: string;
  readonly subject: string;
  readonly detail: object;
  readonly requestId: string;
  readonly hash: string;
};

export type AuditDesk = {
  readonly year: number;
  readonly years: readonly number[];
  readonly length: number;
  readonly rows: readonly AuditRow[];
  /** The number to go on from, where there is more. */
  readonly next: number | null;
};

const pageSize = 50;

/** The chain of a district's year. */
export function chainOf({ districtCode }: AdminScope, year: number): string {
  return `${districtCode}/${year}`;
}

function pageSql(chain: string, { event, actor, subject, before }: AuditFilter): Prisma.Sql {
  const parts = [Prisma.sql`chain = ${chain}`];
  if (before) parts.push(Prisma.sql`seq < ${before}`);
  if (event) parts.push(Prisma.sql`event = ${event}`);
  if (subject) parts.push(Prisma.sql`subject = ${subject}`);
  if (actor) {
    parts.push(Prisma.sql`actor IN (SELECT ${actor} UNION ALL SELECT 'user:' || id FROM user_account WHERE username = ${actor} OR name = ${actor}
      UNION ALL SELECT 'key:' || id FROM api_key WHERE hint = ${actor})`);
  }
  return Prisma.sql`SELECT seq, at, event, subject, detail, request_id AS "requestId", record.hash,
      (SELECT short_name FROM agency WHERE code = record.agency_code) AS agency,
      coalesce((SELECT name || '　' || username FROM user_account WHERE 'user:' || id = actor),
        (SELECT '接口　' || hint FROM api_key WHERE 'key:' || id = actor),
        (SELECT name || '　' || username FROM user_account WHERE event = 'session.opened' AND id::text = detail ->> 'user'), actor) AS who
    FROM audit_record record WHERE ${Prisma.join(parts, ' AND ')} ORDER BY seq DESC LIMIT ${pageSize + 1}`;
}

/** One page of a district's chain, latest first. */
export async function loadAuditDesk(scope: AdminScope, filter: AuditFilter): Promise<AuditDesk> {
  const heads = await db().$queryRaw<{ year: number; seq: number }[]>(Prisma.sql`
    SELECT split_part(chain, '/', 2)::int AS year, seq FROM audit_head WHERE chain LIKE ${chainOf(scope, 0).replace(/0$/, '%')} ORDER BY 1 DESC`);
  const head = heads.find(({ year }) => year === filter.year) ?? heads[0] ?? { year: 0, seq: 0 };
  const chain = chainOf(scope, head.year);
  const rows = await db().$queryRaw<AuditRow[]>(pageSql(chain, filter));
  const next = rows.length > pageSize ? (rows[pageSize - 1]?.seq ?? null) : null;
  const page = rows.slice(0, pageSize);
  return { year: head.year, years: heads.map(({ year }) => year), length: head.seq, rows: page, next };
}
