import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { computePublicationDue, type RectificationStatus } from '#domain/finding/clock.ts';
import type { FindingResult, FollowUp } from '#domain/finding/codes.ts';
import { type FindingView, findingViews } from '#domain/finding/views.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { type FindingFilter, rowsOnPage } from '../schema.ts';
import { type DistrictClock, loadClock } from './load-clock.ts';

export type DeskScope = AgencyScope | OfficeScope;

/** A row of the desk: a part of a visit, or one finding of it. */
export type DeskRow = {
  readonly key: string;
  readonly filingId: string;
  readonly filingNo: string;
  readonly enterprise: string;
  readonly agencyName: string;
  readonly leftAt: Date | null;
  readonly dueDay: Day | null;
  readonly publishedAt: Date | null;
  readonly withdrawnAt: Date | null;
  readonly finding: {
    readonly no: string;
    readonly matter: string;
    readonly result: FindingResult;
    readonly text: string;
    readonly followUp: FollowUp;
    readonly toAgency: string | null;
    readonly order: RectificationStatus | null;
  } | null;
};

const ofParts: Readonly<Partial<Record<FindingView, Prisma.Sql>>> = {
  record: Prisma.sql`part.checked_in_at IS NOT NULL AND part.recorded_at IS NULL AND letter.code IS NULL
    AND filing.status IN ('checkedIn', 'left', 'findingRecorded', 'rated', 'unrated')`,
  issue: Prisma.sql`part.checked_out_at IS NOT NULL AND part.recorded_at IS NOT NULL AND letter.code IS NULL`,
  publish: Prisma.sql`letter.code IS NOT NULL AND letter.published_at IS NULL`,
  published: Prisma.sql`letter.published_at IS NOT NULL`,
};

function reachOf(scope: DeskScope, { agency }: Pick<FindingFilter, 'agency'>, view: FindingView): Prisma.Sql {
  const own = scope.kind === 'agency' ? scope.agencyCode : agency;
  const column = view === 'received' ? Prisma.sql`finding.to_agency_code` : Prisma.sql`part.agency_code`;
  const mine = own ? Prisma.sql`AND ${column} = ${own}` : Prisma.empty;
  return Prisma.sql`filing.district_code = ${scope.districtCode} ${mine}`;
}

const tables = Prisma.sql`filing JOIN enterprise ON enterprise.id = enterprise_id JOIN filing_agency part ON part.filing_id = filing.id
  JOIN agency ON agency.code = part.agency_code LEFT JOIN result_letter letter ON letter.filing_id = filing.id AND letter.agency_code = agency.code`;
const findingTables = Prisma.sql`${tables} JOIN finding ON finding.filing_id = filing.id AND finding.agency_code = agency.code
  JOIN matter ON matter.id = finding.matter_id LEFT JOIN agency addressee ON addressee.code = to_agency_code
  LEFT JOIN rectification ON finding_id = finding.id`;

const findingConditions = {
  rectify: Prisma.sql`rectification.status IN ('ordered', 'reported')`,
  received: Prisma.sql`finding.follow_up IN ('handOver', 'copyToAgency')`,
} as const;

/** The rows of a view as tables with a condition. */
function fromOf(scope: DeskScope, filter: Pick<FindingFilter, 'agency' | 'q'>, view: FindingView): Prisma.Sql {
  const condition = ofParts[view];
  const words = filter.q ? `%${filter.q.replace(/[\\%_]/g, '\\$&')}%` : null;
  const asked = words ? Prisma.sql`AND (enterprise.name ILIKE ${words} OR filing_no ILIKE ${words})` : Prisma.empty;
  if (condition) return Prisma.sql`${tables} WHERE ${reachOf(scope, filter, view)} AND ${condition} ${asked}`;
  return Prisma.sql`${findingTables} WHERE ${reachOf(scope, filter, view)} AND ${findingConditions[view as 'rectify' | 'received']} ${asked}`;
}

const partColumns = Prisma.sql`filing.id || agency.code AS key, NULL AS finding, letter.publish_due_day::text AS "dueDay"`;
const findingColumns = Prisma.sql`finding.id::text AS key, rectification.due_day::text AS "dueDay",
  json_build_object('no', finding.no, 'matter', matter.name, 'result', result, 'text', text, 'followUp', follow_up, 'toAgency', addressee.short_name,
    'order', rectification.status) AS finding`;

function pageSql(scope: DeskScope, filter: FindingFilter): Prisma.Sql {
  const { view, page } = filter;
  const isOfParts = ofParts[view] !== undefined;
  const order: Readonly<Record<FindingView, Prisma.Sql>> = {
    record: Prisma.sql`coalesce(part.checked_out_at, part.checked_in_at), filing.id`,
    issue: Prisma.sql`part.checked_out_at, filing.id`,
    publish: Prisma.sql`letter.publish_due_day, filing.id`,
    published: Prisma.sql`letter.published_at DESC, filing.id`,
    rectify: Prisma.sql`rectification.due_day, finding.no`,
    received: Prisma.sql`finding.recorded_at DESC, finding.no`,
  };
  return Prisma.sql`SELECT ${isOfParts ? partColumns : findingColumns}, filing.id AS "filingId", filing_no AS "filingNo", enterprise.name AS enterprise,
      agency.short_name AS "agencyName", part.checked_out_at AS "leftAt", letter.published_at AS "publishedAt", letter.withdrawn_at AS "withdrawnAt"
    FROM ${fromOf(scope, filter, view)} ORDER BY ${order[view]} LIMIT ${rowsOnPage} OFFSET ${(page - 1) * rowsOnPage}`;
}

export type FindingCounts = Readonly<Record<FindingView, number>>;

/** How much there is of each kind of work. */
export async function countFindingWork(scope: DeskScope, filter: Pick<FindingFilter, 'agency' | 'q'> = {}): Promise<FindingCounts> {
  const counts = findingViews.map(
    (view) => Prisma.sql`(SELECT count(*)::int FROM ${fromOf(scope, filter, view)}) AS ${Prisma.raw(`"${view}"`)}`,
  );
  const [row] = await db().$queryRaw<FindingCounts[]>(Prisma.sql`SELECT ${Prisma.join(counts)}`);
  if (!row) throw new Error('nothing was counted');
  return row;
}

/** Before there is a letter the day is counted from the day of leaving. */
function dated(row: DeskRow, clock: DistrictClock): DeskRow {
  if (row.dueDay !== null || row.leftAt === null || row.finding !== null) return row;
  return { ...row, dueDay: computePublicationDue(clock.calendar, row.leftAt, clock.valueOf('findingsPublicWorkingDays')) };
}

/** One page of the desk's list, what is due first, with the counts of every view. */
export async function listFindingDesk(scope: DeskScope, filter: FindingFilter) {
  const [clock, rows, counts, agencies] = await Promise.all([
    loadClock(scope.districtCode),
    db().$queryRaw<DeskRow[]>(pageSql(scope, filter)),
    countFindingWork(scope, filter),
    scope.kind === 'office' ? listRecordingAgencies(scope) : [],
  ]);
  const found = counts[filter.view];
  const pages = Math.max(1, Math.ceil(found / rowsOnPage));
  return { rows: rows.map((row) => dated(row, clock)), counts, found, pages, today: clock.today, now: clock.now, agencies };
}
export type FindingDesk = Awaited<ReturnType<typeof listFindingDesk>>;

function listRecordingAgencies({ districtCode }: OfficeScope): Promise<{ code: string; shortName: string }[]> {
  const select = { code: true, shortName: true } as const;
  return db().agency.findMany({ where: { districtCode, filingParts: { some: {} } }, select, orderBy: { code: 'asc' } });
}
