import 'server-only';
import { addDays, startOfDay } from '#domain/calendar/local-day.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { meantStatuses } from '#domain/inspection/shown-status.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { Prisma } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { shownStatusSql, statements } from '#platform/statements.ts';

/** A filing as an integrated system sees it: everything by its code. */
export type ApiFiling = {
  readonly id: string;
  readonly filingNo: string | null;
  readonly publicCode: string | null;
  readonly status: string;
  readonly kind: string;
  readonly form: string;
  readonly enterprise: { readonly uscc: string; readonly name: string };
  readonly site: string;
  readonly start: Date;
  readonly end: Date;
  readonly planEntry: string | null;
  readonly lead: string;
  readonly coAgencies: readonly string[];
  readonly inspectors: readonly string[];
  readonly matters: readonly string[];
  readonly filedAt: Date | null;
  readonly remark: string;
};

export type ApiFilingWithVerdict = ApiFiling & { readonly verdict: Verdict | null };

const columnsOf = (
  scope: AgencyScope,
) => Prisma.sql`filing.id, filing_no AS "filingNo", public_code AS "publicCode", ${shownStatusSql(scope)} AS status, filing.kind::text AS kind,
  filing.form::text AS form, json_build_object('uscc', enterprise.uscc, 'name', enterprise.name) AS enterprise, site_address AS site,
  starts_at AS start, ends_at AS "end", plan_entry.no AS "planEntry", lead_agency_code AS lead, filed_at AS "filedAt", remark,
  ARRAY(SELECT agency_code FROM filing_agency WHERE filing_id = filing.id AND NOT is_lead ORDER BY agency_code) AS "coAgencies",
  ARRAY(SELECT credential_no FROM filing_inspector JOIN inspector ON inspector.id = inspector_id
    WHERE filing_id = filing.id AND credential_no IS NOT NULL ORDER BY credential_no) AS inspectors,
  ARRAY(SELECT code FROM filing_matter JOIN matter ON matter.id = matter_id WHERE filing_id = filing.id ORDER BY code) AS matters`;

const tables = Prisma.sql`JOIN enterprise ON enterprise.id = enterprise_id LEFT JOIN plan_entry ON plan_entry.id = plan_entry_id`;

/** One filing of the agency, its own or one that it joined, by number or id; null for everybody else's. */
export async function loadApiFiling(scope: AgencyScope, name: string): Promise<ApiFilingWithVerdict | null> {
  const [row] = await statements().$queryRaw<ApiFilingWithVerdict[]>(Prisma.sql`SELECT ${columnsOf(scope)}, verdict FROM filing ${tables}
    WHERE (filing_no = ${name} OR filing.id::text = ${name.toLowerCase()}) AND filing.district_code = ${scope.districtCode}
      AND EXISTS (SELECT FROM filing_agency WHERE filing_id = filing.id AND agency_code = ${scope.agencyCode})`);
  return row ?? null;
}

/** Days are local and inclusive; `after` is where the page before ended. */
export type ApiFilter = {
  readonly from: string | null;
  readonly to: string | null;
  readonly statuses: readonly FilingStatus[];
  readonly after: { readonly start: Date; readonly id: string } | null;
  readonly limit: number;
};

function conditions(scope: AgencyScope, { from, to, statuses, after }: ApiFilter): Prisma.Sql {
  const parts = [Prisma.sql`filing.district_code = ${scope.districtCode}`];
  if (from) parts.push(Prisma.sql`starts_at >= ${startOfDay(from)}`);
  if (to) parts.push(Prisma.sql`starts_at < ${startOfDay(addDays(to, 1))}`);
  if (statuses.length > 0) parts.push(Prisma.sql`filing.status = ANY (${[...meantStatuses(statuses, scope)]}::text[]::filing_status[])`);
  if (after) parts.push(Prisma.sql`(starts_at, filing.id) < (${after.start}, ${after.id}::uuid)`);
  return Prisma.join(parts, ' AND ');
}

/** A page of the agency's filings, latest visit first; those that it leads and those that it joined are read by their own indexes. */
export async function loadApiFilings(scope: AgencyScope, filter: ApiFilter): Promise<ApiFiling[]> {
  const page = Prisma.sql`ORDER BY starts_at DESC, id DESC LIMIT ${filter.limit}`;
  return statements().$queryRaw<ApiFiling[]>(Prisma.sql`WITH page AS (
      (SELECT id, starts_at FROM filing WHERE lead_agency_code = ${scope.agencyCode} AND ${conditions(scope, filter)} ${page})
      UNION ALL
      (SELECT filing.id, starts_at FROM filing_agency part JOIN filing ON filing.id = filing_id
        WHERE part.agency_code = ${scope.agencyCode} AND NOT is_lead AND ${conditions(scope, filter)} ${page})
    ) SELECT ${columnsOf(scope)} FROM (SELECT id FROM page ${page}) chosen JOIN filing ON filing.id = chosen.id ${tables}
    ORDER BY starts_at DESC, filing.id DESC`);
}
