import 'server-only';
import { db } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';
import { loadRanking, type PublicRanking } from './load-cells.ts';

/** This year's published ranking of every district, for everybody. */
export async function loadRankings(scope: PublicScope): Promise<PublicRanking[]> {
  const districts = await db().district.findMany({ select: { code: true }, orderBy: { code: 'asc' } });
  const rankings = await Promise.all(districts.map(({ code }) => loadRanking(scope, { district: code })));
  return rankings.filter((ranking) => ranking !== null);
}
