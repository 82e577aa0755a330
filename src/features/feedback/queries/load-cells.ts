import 'server-only';
import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import { type Cell, composeCells, currentMonth, type MonthCount } from '#domain/feedback/cells.ts';
import { type Ranking, rankAgencies } from '#domain/feedback/ranking.ts';
import { loadClock } from '#features/finding/queries/load-clock.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';
import type { AgencyScope, PublicScope } from '#platform/scope.ts';

const countsSql = (districtCode: string) => Prisma.sql`
  SELECT agency, month, sum(n)::int AS n, sum(good)::int AS good, sum(unanswered)::int AS unanswered, sum(courtesy)::int AS courtesy,
    sum(guidance)::int AS guidance
  FROM (
    SELECT agency_code AS agency, to_char(answered_on, 'YYYY-MM') AS month, 1 AS n, (overall <> 'dissatisfied')::int AS good, 0 AS unanswered,
      courtesy, guidance FROM feedback WHERE district_code = ${districtCode}
    UNION ALL
    SELECT agency_code, to_char((closes_at - interval '1 second') AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM'), 0, 0, 1, 0, 0
    FROM feedback_invitation invitation JOIN filing_agency part ON part.filing_id = invitation.filing_id
    WHERE district_code = ${districtCode} AND closes_at <= now() AND coalesce(checked_out_at, presumed_out_at) IS NOT NULL
      AND NOT EXISTS (SELECT FROM feedback WHERE feedback.filing_id = part.filing_id AND feedback.agency_code = part.agency_code)
  ) counted GROUP BY agency, month ORDER BY agency, month`;

export type DistrictCells = {
  readonly cells: readonly Cell[];
  readonly smallest: number;
  readonly alarmBelowPercent: number;
  readonly nameOf: ReadonlyMap<string, string>;
  readonly now: Date;
};

/** The cells of a district that may be published: the only way in which anything of its answers leaves the office. */
export async function loadCells(districtCode: string, access: Statements = db()): Promise<DistrictCells> {
  const clock = await loadClock(districtCode, access);
  const [counts, agencies] = await Promise.all([
    access.$queryRaw<MonthCount[]>(countsSql(districtCode)),
    access.$queryRaw<{ code: string; name: string }[]>(
      Prisma.sql`SELECT code, short_name AS name FROM agency WHERE district_code = ${districtCode}`,
    ),
  ]);
  const smallest = clock.valueOf('smallestPublishedCell');
  return {
    cells: composeCells(counts, { smallest, current: currentMonth(clock.now) }),
    ...{ smallest, alarmBelowPercent: clock.valueOf('alarmBelowPercent'), now: clock.now },
    nameOf: new Map(agencies.map(({ code, name }) => [code, name])),
  };
}

export type AgencyCells = Pick<DistrictCells, 'smallest' | 'alarmBelowPercent' | 'now'> & {
  readonly name: string;
  readonly cells: readonly Cell[];
};

/** An agency's own cells, the latest first: never an answer, never who gave one. */
export async function loadAgencyCells(scope: AgencyScope): Promise<AgencyCells> {
  const { cells, smallest, alarmBelowPercent, now, nameOf } = await loadCells(scope.districtCode);
  const own = cells.filter(({ agency }) => agency === scope.agencyCode).reverse();
  return { cells: own, smallest, alarmBelowPercent, now, name: nameOf.get(scope.agencyCode) ?? '' };
}

export type PublicRanking = {
  readonly district: { readonly code: string; readonly name: string };
  readonly ranking: Ranking;
  readonly smallest: number;
  readonly alarmBelowPercent: number;
  readonly nameOf: ReadonlyMap<string, string>;
};

/** A district's published ranking of a year (this year unless another is named); null where there is no such district. */
export async function loadRanking(
  _scope: PublicScope,
  asked: { district: string; year?: number | undefined },
): Promise<PublicRanking | null> {
  const district = await db().district.findUnique({ where: { code: asked.district }, select: { code: true, name: true } });
  if (!district) return null;
  const { cells, smallest, alarmBelowPercent, nameOf, now } = await loadCells(district.code);
  const year = asked.year ?? yearOf(dayOf(now));
  return { district, ranking: rankAgencies(cells, { year, alarmBelowPercent }), smallest, alarmBelowPercent, nameOf };
}
