import 'server-only';
import { countedSql } from '#features/filing/queries/status-sets.ts';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';

/** How many of an agency's filings of a year were asked for by word of mouth, and how many of those were supplemented too late. */
export type EmergencyShare = {
  readonly district: string;
  readonly code: string;
  readonly agency: string;
  readonly filings: number;
  readonly emergencies: number;
  /** Supplemented after the due day, or overdue now. */
  readonly late: number;
};

/** Per agency of every district for the year given, or this one; expired ones count where they were emergencies, because they were called. */
export async function loadEmergencyShare(_scope: PublicScope, year?: number): Promise<EmergencyShare[]> {
  return db().$queryRaw<EmergencyShare[]>(Prisma.sql`SELECT district.name AS district, agency.code, short_name AS agency,
      count(*)::int AS filings, count(emergency.filing_id)::int AS emergencies,
      count(*) FILTER (WHERE late OR (supplemented_at IS NULL AND due_day < (now() AT TIME ZONE 'Asia/Shanghai')::date))::int AS late
    FROM filing JOIN agency ON agency.code = lead_agency_code JOIN district ON district.code = agency.district_code
    LEFT JOIN emergency ON emergency.filing_id = filing.id
    WHERE filing.year = coalesce(${year ?? null}::int, extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int)
      AND (filing.status IN ${countedSql} OR filing.status = 'expired' AND emergency.filing_id IS NOT NULL)
    GROUP BY district.code, district.name, agency.code ORDER BY district.code, emergencies DESC, agency.code`);
}
