import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import type { Funnel } from '#domain/conduct/funnel.ts';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';
import { visitsWithin } from './load-parts.ts';

/** This year's funnel of one district, for everybody: numbers of visits alone. How many rated is published by the month, never as it comes in. */
export async function loadPublicFunnel(_scope: PublicScope, district: string, today: Day): Promise<Funnel> {
  const span = { from: `${today.slice(0, 4)}-01-01`, to: today };
  const some = (column: string) =>
    Prisma.sql`EXISTS (SELECT FROM filing_agency WHERE filing_id = filing.id AND ${Prisma.raw(column)} IS NOT NULL)`;
  const [row] = await db().$queryRaw<Funnel[]>(Prisma.sql`SELECT count(*)::int AS filed,
      count(*) FILTER (WHERE ${some('checked_in_at')})::int AS entered, count(*) FILTER (WHERE ${some('shown_at')})::int AS shown,
      count(*) FILTER (WHERE scanned_at IS NOT NULL)::int AS scanned, NULL::int AS rated
    FROM filing WHERE filing.district_code = ${district} AND ${visitsWithin(span)}`);
  return row ?? { filed: 0, entered: 0, shown: 0, scanned: 0, rated: null };
}

export type DistrictFunnel = { readonly code: string; readonly name: string; readonly funnel: Funnel };

/** This year's funnel of every district. */
export async function loadPublicFunnels(scope: PublicScope): Promise<DistrictFunnel[]> {
  const [districts, [clock]] = await Promise.all([
    db().district.findMany({ select: { code: true, name: true }, orderBy: { code: 'asc' } }),
    db().$queryRaw<{ today: Day }[]>`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`,
  ]);
  const today = clock?.today ?? '';
  return Promise.all(districts.map(async ({ code, name }) => ({ code, name, funnel: await loadPublicFunnel(scope, code, today) })));
}
