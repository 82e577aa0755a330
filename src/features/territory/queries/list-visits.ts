import 'server-only';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { db, Prisma } from '#platform/db.ts';
import type { NoticeScope } from '#platform/scope.ts';
import { shownStatusSql } from '#platform/statements.ts';
import { toldFromSql } from './told-sql.ts';

export const pageSize = 20;

export type ToldVisit = {
  readonly id: string;
  readonly enterprise: string;
  readonly site: string;
  readonly filingNo: string;
  /** The lead first. */
  readonly agencies: readonly string[];
  readonly officers: readonly string[];
  readonly matters: readonly string[];
  readonly start: Date;
  readonly end: Date;
  readonly status: FilingStatus;
  readonly emergency: boolean;
  readonly sentAt: Date;
  readonly acknowledgedAt: Date | null;
  readonly acknowledgedHow: 'inApp' | 'phone' | null;
  /** When this reader, a contact leader or liaison, has seen it. */
  readonly readAt: Date | null;
  readonly group: 'waiting' | 'inside' | 'coming' | 'past';
};

export type ToldVisits = {
  readonly now: Date;
  readonly current: readonly ToldVisit[];
  readonly past: { readonly rows: readonly ToldVisit[]; readonly total: number; readonly page: number; readonly pages: number };
};

const isContact = ({ kind }: NoticeScope) => kind === 'contact';

const insideSql = Prisma.sql`EXISTS (SELECT FROM filing_agency part WHERE part.filing_id = filing.id AND checked_in_at IS NOT NULL AND checked_out_at IS NULL)`;

/** Waiting for this reader's word while the visit may still come or is going on; inside; coming; else past. */
function groupSql(scope: NoticeScope): Prisma.Sql {
  const waits = isContact(scope) ? Prisma.sql`told.read_at IS NULL` : Prisma.sql`notice.acknowledged_at IS NULL`;
  const stands = Prisma.sql`filing.status IN ('filed', 'filedWithCondition', 'checkedIn') AND (ends_at > now() OR ${insideSql})`;
  return Prisma.sql`CASE WHEN ${stands} AND ${waits} THEN 'waiting' WHEN ${insideSql} THEN 'inside' WHEN ${stands} THEN 'coming' ELSE 'past' END`;
}

const fieldsSql = (
  scope: NoticeScope,
) => Prisma.sql`filing.id, enterprise.name AS enterprise, site_address AS site, filing_no AS "filingNo",
  ARRAY(SELECT short_name FROM filing_agency part JOIN agency ON agency.code = agency_code WHERE part.filing_id = filing.id
    ORDER BY is_lead DESC, agency.code) AS agencies,
  ARRAY(SELECT inspector.name FROM filing_inspector JOIN inspector ON inspector.id = inspector_id WHERE filing_id = filing.id ORDER BY 1) AS officers,
  ARRAY(SELECT matter.name FROM filing_matter JOIN matter ON matter.id = matter_id WHERE filing_id = filing.id ORDER BY 1) AS matters,
  starts_at AS start, ends_at AS end, ${shownStatusSql(scope)} AS status, emergency, told.sent_at AS "sentAt",
  notice.acknowledged_at AS "acknowledgedAt", notice.acknowledged_how::text AS "acknowledgedHow",
  ${isContact(scope) ? Prisma.sql`told.read_at` : Prisma.sql`NULL::timestamptz`} AS "readAt", ${groupSql(scope)} AS group`;

/** What is coming, what is inside now and what was, as far as this territory or this contact was told of it. */
export async function listToldVisits(scope: NoticeScope, page: number): Promise<ToldVisits> {
  const told = Prisma.sql`SELECT ${fieldsSql(scope)} FROM ${toldFromSql(scope)}`;
  const [current, rows, [counted]] = await Promise.all([
    db().$queryRaw<ToldVisit[]>(Prisma.sql`SELECT * FROM (${told}) visit WHERE visit.group <> 'past' ORDER BY start, id LIMIT 500`),
    db().$queryRaw<ToldVisit[]>(Prisma.sql`SELECT * FROM (${told}) visit WHERE visit.group = 'past' ORDER BY start DESC, id
      LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}`),
    db().$queryRaw<{ total: number; now: Date }[]>(Prisma.sql`SELECT now() AS now, (SELECT count(*)::int FROM (${told}) visit
      WHERE visit.group = 'past') AS total`),
  ]);
  const { total = 0, now = new Date(0) } = counted ?? {};
  return { now, current, past: { rows, total, page, pages: Math.max(1, Math.ceil(total / pageSize)) } };
}
