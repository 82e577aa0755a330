import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { countProposals, listProposals } from './load-proposals.ts';
import { findEndedRun, listRuns } from './load-runs.ts';
import type { MergePanelView } from './views.ts';

/** The clock, and how many lines of the year a run could work on but has not seen. */
async function countNewLines({ districtCode }: OfficeScope, year: number, runId: string | null): Promise<{ now: Date; newLines: number }> {
  const [row] = await db().$queryRaw<{ now: Date; newLines: number }[]>(Prisma.sql`SELECT now() AS now, (
    SELECT count(*)::int FROM declaration_line line JOIN declaration ON declaration.id = line.declaration_id
    WHERE line.district_code = ${districtCode} AND line.year = ${year} AND declaration.approved_at IS NOT NULL AND line.outcome IN ('unreviewed', 'kept')
      AND NOT EXISTS (SELECT FROM merge_run WHERE id = ${runId}::uuid AND line.id = ANY (merge_run.line_ids))) AS "newLines"`);
  if (!row) throw new Error('no clock');
  return row;
}

/** What the review desk shows of merging: the run, and one proposal, the first open one where none is named (positions count from 1). */
export async function loadMergePanel(scope: OfficeScope, year: number, proposalNo?: number): Promise<MergePanelView> {
  const [[latest], run] = await Promise.all([listRuns(scope, year, 1), findEndedRun(scope, year)]);
  const [{ now, newLines }, counted] = await Promise.all([
    countNewLines(scope, year, run?.id ?? null),
    run ? countProposals(scope, run.id) : { total: 0, open: 0, first: 1 },
  ]);
  const at = Math.min(Math.max(1, proposalNo ?? counted.first), Math.max(1, counted.total));
  const [proposal] = run ? await listProposals(scope, run.id, { skip: at - 1, take: 1 }) : [];
  return {
    ...{ year, now, newLines, latest: latest ?? null, run, proposal: proposal ?? null, total: counted.total, open: counted.open },
    previous: at > 1 ? at - 1 : null,
    next: at < counted.total ? at + 1 : null,
  };
}
