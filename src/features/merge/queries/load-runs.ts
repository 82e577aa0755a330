import 'server-only';
import type { MergeProgress } from '#domain/plan/merge/model.ts';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { RunView } from './views.ts';

const wanted = {
  ...{ id: true, status: true, seconds: true, requestedAt: true, finishedAt: true, inputHash: true, lineIds: true, stopWanted: true },
  ...{ before: true, after: true, bound: true, progress: true, requestedBy: { select: { name: true } } },
} satisfies Prisma.MergeRunSelect;
type Row = Prisma.MergeRunGetPayload<{ select: typeof wanted }>;

/** A run's figures; those of one at work are the best found so far. */
export function viewOf({ requestedBy, lineIds, progress, ...row }: Row): RunView {
  const far = progress as Partial<MergeProgress> & { readonly proposed?: number };
  const isAtWork = row.status === 'queued' || row.status === 'running';
  const after = isAtWork ? (far.best ?? row.after) : row.after;
  const bound = isAtWork ? (far.bound ?? row.bound) : row.bound;
  const figures = { after, bound, proposed: far.proposed ?? after, spent: far.seconds ?? 0 };
  return { ...row, ...figures, requestedBy: requestedBy.name, lineCount: lineIds.length };
}

/** The year's runs, the latest first. */
export async function listRuns({ districtCode }: OfficeScope, year: number, take: number): Promise<RunView[]> {
  const rows = await db().mergeRun.findMany({
    where: { districtCode, year },
    orderBy: [{ requestedAt: 'desc' }, { id: 'desc' }],
    take,
    select: wanted,
  });
  return rows.map(viewOf);
}

/** The id of the last run that ended with something to merge: the one that the panel shows and that lines of the desk wait for. */
export const endedRunSql = (districtCode: string, year: number) => Prisma.sql`(SELECT id FROM merge_run
  WHERE district_code = ${districtCode} AND year = ${year} AND status IN ('finished', 'stopped') AND before > 0
  ORDER BY requested_at DESC, id DESC LIMIT 1)`;

/** The last run that ended with proposals. */
export async function findEndedRun({ districtCode }: OfficeScope, year: number): Promise<RunView | null> {
  const [last] = await db().$queryRaw<{ id: string | null }[]>(Prisma.sql`SELECT ${endedRunSql(districtCode, year)} AS id`);
  if (!last?.id) return null;
  const row = await db().mergeRun.findFirst({ where: { id: last.id, districtCode }, select: wanted });
  return row ? viewOf(row) : null;
}
