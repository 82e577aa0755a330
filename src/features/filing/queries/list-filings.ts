import 'server-only';
import { addDays, startOfDay } from '#domain/calendar/local-day.ts';
import type { InspectionKind } from '#domain/inspection/kinds.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { meantStatuses } from '#domain/inspection/shown-status.ts';
import { db, Prisma } from '#platform/db.ts';
import type { FilingScope } from '#platform/scope.ts';
import { shownStatusSql } from '#platform/statements.ts';
import type { FilingFilter } from '../schema.ts';

export type FilingRow = {
  readonly id: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly filingNo: string | null;
  readonly enterprise: string;
  readonly agency: string;
  readonly agencies: number;
  readonly kind: InspectionKind;
  readonly matters: readonly string[];
  readonly inspectors: number;
  readonly territory: 'none' | 'sent' | 'acknowledged';
  readonly status: FilingStatus;
  /** Held beyond the day by which the office had to decide. */
  readonly overdue: boolean;
};

export type FilingPage = {
  readonly rows: readonly FilingRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly size: number;
};

/** What a scope reaches, as conditions whose rows do not overlap; each is served by an index in the list's order. */
function reachOf(scope: FilingScope): Prisma.Sql[] {
  if (scope.kind === 'office') return [Prisma.sql`filing.district_code = ${scope.districtCode}`];
  if (scope.kind === 'inspector') {
    return [Prisma.sql`filing.id IN (SELECT filing_id FROM filing_inspector WHERE inspector_id = ${scope.actor.inspectorId}::uuid)`];
  }
  const joined = Prisma.sql`filing.id IN (SELECT filing_id FROM filing_agency WHERE agency_code = ${scope.agencyCode} AND NOT is_lead)`;
  return [Prisma.sql`filing.lead_agency_code = ${scope.agencyCode}`, joined];
}

function wordsSql(q: string): Prisma.Sql {
  return Prisma.sql`AND (filing.filing_no = ${q} OR filing.enterprise_id IN (
    SELECT id FROM enterprise WHERE enterprise.district_code = filing.district_code AND (uscc = ${q} OR name ILIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}%`})))`;
}

/** Which states a filter means for this reader; null: all. */
function statusesOf(scope: FilingScope, status: FilingStatus | undefined): string[] | null {
  return status === undefined ? null : [...meantStatuses([status], scope)];
}

function filterSql(scope: FilingScope, { q, agency, kind, status, from, to }: FilingFilter): Prisma.Sql {
  const parts = [Prisma.sql`TRUE`];
  if (agency) parts.push(Prisma.sql`filing.lead_agency_code = ${agency}`);
  if (kind) parts.push(Prisma.sql`filing.kind = ${kind}::inspection_kind`);
  const statuses = statusesOf(scope, status);
  if (statuses) parts.push(Prisma.sql`filing.status = ANY (${statuses}::text[]::filing_status[])`);
  if (from) parts.push(Prisma.sql`filing.starts_at >= ${startOfDay(from)}`);
  if (to) parts.push(Prisma.sql`filing.starts_at < ${startOfDay(addDays(to, 1))}`);
  return Prisma.sql`${Prisma.join(parts, ' AND ')} ${q ? wordsSql(q) : Prisma.empty}`;
}

function pageSql(scope: FilingScope, filter: FilingFilter): Prisma.Sql {
  const offset = (filter.page - 1) * filter.size;
  const parts = reachOf(scope).map(
    (reach) =>
      Prisma.sql`(SELECT id, starts_at FROM filing WHERE ${reach} AND ${filterSql(scope, filter)} ORDER BY starts_at DESC, id DESC LIMIT ${offset + filter.size})`,
  );
  return Prisma.sql`WITH page AS (
    SELECT * FROM (${Prisma.join(parts, ' UNION ALL ')}) reached ORDER BY starts_at DESC, id DESC LIMIT ${filter.size} OFFSET ${offset}
  )
  SELECT filing.id, filing.starts_at AS "startsAt", filing.ends_at AS "endsAt", filing.filing_no AS "filingNo", enterprise.name AS enterprise,
    agency.short_name AS agency, (SELECT count(*)::int FROM filing_agency WHERE filing_id = filing.id) AS agencies, filing.kind::text AS kind,
    ARRAY(SELECT name FROM filing_matter JOIN matter ON matter.id = matter_id WHERE filing_id = filing.id ORDER BY code) AS matters,
    (SELECT count(*)::int FROM filing_inspector WHERE filing_id = filing.id) AS inspectors, ${shownStatusSql(scope)} AS status,
    filing.status = 'held' AND held_due_day < (now() AT TIME ZONE 'Asia/Shanghai')::date AS overdue,
    CASE WHEN notice.filing_id IS NULL THEN 'none' WHEN notice.acknowledged_at IS NULL THEN 'sent' ELSE 'acknowledged' END AS territory
  FROM page JOIN filing USING (id) JOIN enterprise ON enterprise.id = filing.enterprise_id JOIN agency ON agency.code = lead_agency_code
  LEFT JOIN territory_notice notice ON notice.filing_id = filing.id ORDER BY filing.starts_at DESC, filing.id DESC`;
}

/** Counted from the tally that the writing transactions keep, unless words or people narrow the list. */
function countSql(scope: FilingScope, filter: FilingFilter): Prisma.Sql {
  const { q, agency, kind, status, from, to } = filter;
  const counted = reachOf(scope).map((reach) => Prisma.sql`(SELECT count(*) FROM filing WHERE ${reach} AND ${filterSql(scope, filter)})`);
  if (q || scope.kind === 'inspector') return Prisma.sql`SELECT (${Prisma.join(counted, ' + ')})::int AS total`;
  const statuses = statusesOf(scope, status);
  const own = scope.kind === 'agency' ? scope.agencyCode : null;
  const tally = Prisma.sql`(SELECT coalesce(sum(filings), 0) FROM filing_tally WHERE district_code = ${scope.districtCode}
    AND (${own}::text IS NULL OR agency_code = ${own}) AND (${agency ?? null}::text IS NULL OR agency_code = ${agency ?? null}) AND (${kind ?? null}::inspection_kind IS NULL OR kind = ${kind ?? null}::inspection_kind)
    AND (${statuses}::text[] IS NULL OR status = ANY (${statuses}::text[]::filing_status[]))
    AND day BETWEEN coalesce(${from ?? null}::date, '-infinity') AND coalesce(${to ?? null}::date, 'infinity'))`;
  return Prisma.sql`SELECT (${Prisma.join([tally, ...counted.slice(1)], ' + ')})::int AS total`;
}

/** One page of the filings within the scope, latest visit first, with how many there are. */
export async function listFilings(scope: FilingScope, filter: FilingFilter): Promise<FilingPage> {
  const [rows, [counted]] = await Promise.all([
    db().$queryRaw<FilingRow[]>(pageSql(scope, filter)),
    db().$queryRaw<{ total: number }[]>(countSql(scope, filter)),
  ]);
  const total = counted?.total ?? 0;
  return { rows, total, page: filter.page, pages: Math.max(1, Math.ceil(total / filter.size)), size: filter.size };
}
