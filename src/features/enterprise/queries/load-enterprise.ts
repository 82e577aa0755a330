import 'server-only';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { shownStatusSql } from '#platform/statements.ts';
import { listSuspects } from './list-duplicates.ts';
import type { EnterpriseRow } from './list-enterprises.ts';

type Reader = AgencyScope | OfficeScope;

export type VisitRow = {
  readonly id: string;
  readonly filingNo: string | null;
  readonly startsAt: Date;
  readonly agency: string;
  readonly status: FilingStatus;
  /** The enterprise's row that it was filed for, where that is another one, merged into this. */
  readonly filedFor: string | null;
};
export type DrawRow = {
  readonly no: string;
  readonly href: string;
  readonly entry: string | null;
  readonly position: number | null;
  readonly publishedAt: Date | null;
};
export type MergedRow = {
  readonly mergeId: string;
  readonly id: string;
  readonly name: string;
  readonly uscc: string;
  readonly reason: string;
  readonly at: Date;
  readonly by: string;
};
type Record = EnterpriseRow & {
  readonly accountable: string;
  readonly now: Date;
  readonly mergedInto: { readonly id: string; readonly name: string } | null;
};
/** `visitsByAll`: standing visits of this year by every agency, those of rows merged into it included. */
export type EnterpriseView = Record & {
  readonly visits: readonly VisitRow[];
  readonly visitsByAll: number;
  readonly draws: readonly DrawRow[];
  readonly merged: readonly MergedRow[];
  readonly suspects: Awaited<ReturnType<typeof listSuspects>>;
};

const recordSql = (
  { districtCode }: Reader,
  id: string,
) => Prisma.sql`SELECT enterprise.id, enterprise.uscc, enterprise.name, territory.name AS territory,
    accountable.name AS accountable, enterprise.in_park AS "inPark", enterprise.industry, enterprise.industry_name AS "industryName", enterprise.size,
    enterprise.risk::text AS risk, enterprise.key_enterprise AS "keyEnterprise", enterprise.undisturbed, enterprise.status::text AS status, enterprise.address,
    enterprise.contact_name AS "contactName", enterprise.contact_phone AS "contactPhone", now() AS now,
    CASE WHEN kept.id IS NOT NULL THEN json_build_object('id', kept.id, 'name', kept.name) END AS "mergedInto"
  FROM enterprise JOIN territory ON territory.code = enterprise.territory_code JOIN territory accountable ON accountable.code = enterprise.accountable_code
  LEFT JOIN enterprise kept ON kept.id = enterprise.merged_into_id
  WHERE enterprise.id = ${id}::uuid AND enterprise.district_code = ${districtCode}`;

/** A row and those merged into it. */
const selfSql = (id: string) => Prisma.sql`(SELECT id FROM enterprise WHERE id = ${id}::uuid OR merged_into_id = ${id}::uuid)`;
const thisYearSql = Prisma.sql`extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int`;
const standsSql = Prisma.sql`filing.status NOT IN ('returned', 'withdrawn', 'expired', 'revoked')`;

/** An agency is led to the visits that it takes part in; of the others it learns how many. */
function reachSql(scope: Reader): Prisma.Sql {
  if (scope.kind === 'office') return Prisma.sql`TRUE`;
  return Prisma.sql`EXISTS (SELECT FROM filing_agency WHERE filing_id = filing.id AND agency_code = ${scope.agencyCode})`;
}

const visitsSql = (
  scope: Reader,
  id: string,
) => Prisma.sql`SELECT filing.id, filing_no AS "filingNo", starts_at AS "startsAt", agency.short_name AS agency,
    ${shownStatusSql(scope)} AS status, CASE WHEN filing.enterprise_id <> ${id}::uuid THEN enterprise.uscc END AS "filedFor"
  FROM filing JOIN agency ON agency.code = lead_agency_code JOIN enterprise ON enterprise.id = filing.enterprise_id
  WHERE filing.enterprise_id IN ${selfSql(id)} AND filing.year = ${thisYearSql} AND ${reachSql(scope)} ORDER BY starts_at DESC, filing.id LIMIT 100`;

const drawsSql = ({ districtCode }: Reader, { id, uscc }: { id: string; uscc: string }) => Prisma.sql`
  SELECT draw.no, '/draws/' || draw.district_code || '/' || draw.year || '-' || draw.serial AS href, entry.no AS entry, outcome.position, draw.published_at AS "publishedAt"
  FROM draw LEFT JOIN draw_record ON draw_record.draw_id = draw.id LEFT JOIN draw_outcome outcome ON outcome.draw_id = draw.id AND outcome.enterprise_id IN ${selfSql(id)}
    LEFT JOIN plan_entry entry ON entry.id = outcome.plan_entry_id
  WHERE draw.district_code = ${districtCode} AND draw.no IS NOT NULL AND (outcome.id IS NOT NULL OR strpos(draw_record.frozen, ${uscc}) > 0)
  ORDER BY draw.year DESC, draw.serial DESC LIMIT 50`;

const mergedSql = (
  id: string,
) => Prisma.sql`SELECT enterprise_merge.id AS "mergeId", enterprise.id, enterprise.name, uscc, reason, at, person.name AS by
  FROM enterprise_merge JOIN enterprise ON enterprise.id = merged_id JOIN user_account person ON person.id = by_id
  WHERE kept_id = ${id}::uuid AND undone_at IS NULL ORDER BY at DESC`;

/** One enterprise of the district with its visits of the year, its draws, what was merged into it and what it may be the same as. */
export async function loadEnterprise(scope: Reader, id: string): Promise<EnterpriseView | null> {
  const [found] = await db().$queryRaw<Record[]>(recordSql(scope, id));
  if (!found) return null;
  const [visits, [counted], draws, merged, suspects] = await Promise.all([
    db().$queryRaw<VisitRow[]>(visitsSql(scope, id)),
    db().$queryRaw<{ count: number }[]>(
      Prisma.sql`SELECT count(*)::int AS count FROM filing WHERE enterprise_id IN ${selfSql(id)} AND year = ${thisYearSql} AND ${standsSql}`,
    ),
    db().$queryRaw<DrawRow[]>(drawsSql(scope, found)),
    db().$queryRaw<MergedRow[]>(mergedSql(id)),
    found.mergedInto ? [] : listSuspects(scope, id),
  ]);
  return { ...found, visits, visitsByAll: counted?.count ?? 0, draws, merged, suspects };
}
