import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { addDays, startOfDay } from '#domain/calendar/local-day.ts';
import { type Metered, type MeteredPart, meterPart } from '#domain/conduct/meter.ts';
import { countedStatuses } from '#domain/inspection/lifecycle.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';
import type { AgencyScope, OfficeScope, SystemScope } from '#platform/scope.ts';

export type ConductScope = AgencyScope | OfficeScope;

type Row = MeteredPart & {
  readonly filingId: string;
  readonly filingNo: string;
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly scannedAt: Date | null;
  readonly isRated: boolean;
  readonly isExempted: boolean;
};
/** One agency's part of one filed visit, with what was filed and how it went. */
export type PartRow = Row & { readonly metered: Metered };

export type Span = { readonly from: Day; readonly to: Day };

/** Filed visits whose window began within the days, told apart from those that came to nothing. */
export function visitsWithin({ from, to }: Span): Prisma.Sql {
  return Prisma.sql`filing.filing_no IS NOT NULL AND filing.status = ANY (${[...countedStatuses]}::text[]::filing_status[])
    AND filing.starts_at >= ${startOfDay(from)} AND filing.starts_at < ${startOfDay(addDays(to, 1))} AND filing.starts_at <= now()`;
}

/** Rows of one district; an agency sees its own parts. */
export function partsWithin(scope: ConductScope | SystemScope): Prisma.Sql {
  const mine = scope.kind === 'agency' ? Prisma.sql`AND part.agency_code = ${scope.agencyCode}` : Prisma.empty;
  return Prisma.sql`filing.district_code = ${scope.districtCode} ${mine}`;
}

const otherMattersSql = Prisma.sql`(SELECT count(DISTINCT body ->> 'matter')::int FROM visit_event WHERE visit_event.filing_id = filing.id
  AND visit_event.agency_code = part.agency_code AND step = 'matterChecked' AND conflict = '' AND body ->> 'matter' IS NOT NULL
  AND NOT EXISTS (SELECT FROM filing_matter JOIN matter ON matter.id = matter_id
    WHERE filing_matter.filing_id = filing.id AND (matter.code = body ->> 'matter' OR matter.id::text = body ->> 'matter')))`;

const columns = Prisma.sql`filing.id AS "filingId", filing_no AS "filingNo", filing.enterprise_id AS "enterpriseId", enterprise.name AS enterprise,
  agency.code AS agency, agency.short_name AS "agencyName", filed_at AS "filedAt", starts_at AS "startsAt", ends_at AS "endsAt",
  checked_in_at AS "checkedInAt", device_in_at AS "deviceInAt", checked_out_at AS "checkedOutAt", device_out_at AS "deviceOutAt",
  people_came AS "peopleCame", shown_at AS "shownAt", scanned_at AS "scannedAt",
  (SELECT count(*)::int FROM filing_inspector JOIN inspector ON inspector.id = inspector_id
    WHERE filing_id = filing.id AND inspector.agency_code = agency.code) AS "peopleFiled",
  (SELECT count(*)::int FROM filing_matter JOIN matter ON matter.id = matter_id
    WHERE filing_id = filing.id AND matter.agency_kind = agency.kind) AS "mattersFiled",
  (SELECT count(*)::int FROM finding WHERE filing_id = filing.id AND finding.agency_code = agency.code AND checked) AS "mattersChecked",
  ${otherMattersSql} AS "mattersOther",
  EXISTS (SELECT FROM feedback_invitation WHERE filing_id = filing.id AND feedback_invitation.status = 'answered') AS "isRated",
  coalesce(request ->> 'exemption', '') <> '' AS "isExempted"`;

/** Parts that a condition names, the latest first, metered by the district's policy. */
export async function loadParts(
  where: Prisma.Sql,
  { overtimeMinutes, access = db() }: { readonly overtimeMinutes: number; readonly access?: Statements },
): Promise<PartRow[]> {
  const rows = await access.$queryRaw<Row[]>(Prisma.sql`SELECT ${columns} FROM filing
    JOIN enterprise ON enterprise.id = enterprise_id JOIN filing_agency part ON part.filing_id = filing.id
    JOIN agency ON agency.code = part.agency_code WHERE ${where} ORDER BY starts_at DESC, filing.id, agency.code LIMIT 20000`);
  return rows.map((row) => ({ ...row, metered: meterPart(row, overtimeMinutes) }));
}
