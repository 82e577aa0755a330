import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { Prisma, type Statements } from '#platform/db.ts';

const atOnce = 500;

const isOverSql = (
  hours: number,
) => Prisma.sql`filing.status IN ('filed', 'filedWithCondition') AND ends_at <= now() - make_interval(hours => ${hours}::int)
  AND NOT EXISTS (SELECT FROM filing_agency WHERE filing_id = filing.id AND checked_in_at IS NOT NULL)`;

/** Filings whose window has been over for so many hours and to which nobody came. */
export function findExpiring(tx: Statements, districtCode: string, hours: number): Promise<{ id: string }[]> {
  return tx.$queryRaw(
    Prisma.sql`SELECT id FROM filing WHERE district_code = ${districtCode} AND ${isOverSql(hours)} ORDER BY ends_at, id LIMIT ${atOnce}`,
  );
}

/** The same of one, read under its lock: not where its time was moved, or somebody came. */
export async function isUnused(tx: Statements, filing: string, hours: number): Promise<boolean> {
  const rows = await tx.$queryRaw<unknown[]>(Prisma.sql`SELECT id FROM filing WHERE filing.id = ${filing}::uuid AND ${isOverSql(hours)}`);
  return rows.length > 0;
}

export type HeldFiling = { readonly filing: string; readonly enterprise: string; readonly due: Day };

/** Held filings that were to be decided by this day, of which the director has not been told. */
export function findHeldFilings(tx: Statements, districtCode: string, lastDue: Day): Promise<HeldFiling[]> {
  return tx.$queryRaw(Prisma.sql`SELECT filing.id AS filing, enterprise.name AS enterprise, held_due_day::text AS due
    FROM filing JOIN enterprise ON enterprise.id = enterprise_id
    WHERE filing.district_code = ${districtCode} AND filing.status = 'held' AND held_due_day <= ${lastDue}::date
      AND NOT EXISTS (SELECT FROM audit_record WHERE subject = filing.id::text AND event = 'filing.escalated') ORDER BY held_due_day, filing.id LIMIT ${atOnce}`);
}

export type HeldAct = { readonly amendment: string; readonly filing: string; readonly enterprise: string; readonly approvedDay: Day };

/** Changes that wait for the office, with the day on which they came there. */
export function findHeldActs(tx: Statements, districtCode: string): Promise<HeldAct[]> {
  return tx.$queryRaw(Prisma.sql`SELECT act.id AS amendment, filing_id AS filing, enterprise.name AS enterprise,
      (act.approved_at AT TIME ZONE 'Asia/Shanghai')::date::text AS "approvedDay"
    FROM filing_amendment act JOIN filing ON filing.id = filing_id JOIN enterprise ON enterprise.id = enterprise_id
    WHERE act.district_code = ${districtCode} AND act.status = 'held' AND act.approved_at IS NOT NULL
      AND filing.status IN ('filed', 'filedWithCondition') AND NOT EXISTS (SELECT FROM audit_record
        WHERE subject = filing_id::text AND event = 'amendment.escalated' AND detail ->> 'amendment' = act.id::text) ORDER BY act.approved_at, act.id LIMIT ${atOnce}`);
}

/** Changes that still wait although their filing cannot be changed any more. */
export function findLapsedActs(tx: Statements, districtCode: string): Promise<{ amendment: string; filing: string }[]> {
  return tx.$queryRaw(Prisma.sql`SELECT act.id AS amendment, filing_id AS filing FROM filing_amendment act JOIN filing ON filing.id = filing_id
    WHERE act.district_code = ${districtCode} AND act.status IN ('proposed', 'held') AND filing.status NOT IN ('filed', 'filedWithCondition')
    ORDER BY act.id LIMIT ${atOnce}`);
}

/** Whether this was recorded of the filing, and of the amendment where one is named. */
export async function hasEvent(tx: Statements, asked: { event: string; filing: string; amendment?: string | undefined }): Promise<boolean> {
  const { event, filing, amendment = null } = asked;
  const [row] = await tx.$queryRaw<
    { found: boolean }[]
  >(Prisma.sql`SELECT EXISTS (SELECT FROM audit_record WHERE subject = ${filing} AND event = ${event}
    AND (${amendment}::text IS NULL OR detail ->> 'amendment' = ${amendment})) AS found`);
  return row?.found ?? false;
}
