import 'server-only';
import type { PairObstacle } from '#domain/plan/merge/model.ts';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { MergePages } from '../schema.ts';
import { loadMergePanel } from './load-merge-panel.ts';
import { listProposals } from './load-proposals.ts';
import { listRuns } from './load-runs.ts';
import type { MergePanelView, ProposalView, RunView } from './views.ts';

export const proposalsShown = 20;
export const pairsShown = 50;
const runsShown = 10;

type PairLine = { readonly matter: string; readonly agency: string };
export type PairView = {
  readonly no: number;
  readonly a: PairLine;
  readonly b: PairLine;
  readonly why: PairObstacle;
  readonly shared: number;
};

/** What changed between two runs: lines that came and went, and whether anything did. */
export type RunChange = { readonly before: RunView; readonly came: number; readonly went: number; readonly isSame: boolean };

export type MergesView = {
  readonly panel: MergePanelView;
  readonly runs: readonly RunView[];
  readonly change: RunChange | null;
  readonly proposals: readonly ProposalView[];
  readonly pairs: readonly PairView[];
  readonly pairTotal: number;
  readonly pairCounts: readonly { readonly why: PairObstacle; readonly count: number }[];
  readonly pages: MergePages;
};

const lineSql = (key: 'a' | 'b') => Prisma.sql`(SELECT json_build_object('matter', matter.name, 'agency', agency.short_name)
  FROM declaration_line line JOIN matter ON matter.id = line.matter_id JOIN agency ON agency.code = line.agency_code WHERE line.id = (pair ->> ${key})::uuid)`;

async function listPairs({ districtCode }: OfficeScope, runId: string, page: number): Promise<PairView[]> {
  return db().$queryRaw<PairView[]>(Prisma.sql`
    WITH shown AS (SELECT pair, no FROM merge_run run, jsonb_array_elements(run.pairs) WITH ORDINALITY given (pair, no)
      WHERE run.id = ${runId}::uuid AND run.district_code = ${districtCode} ORDER BY no LIMIT ${pairsShown} OFFSET ${(page - 1) * pairsShown})
    SELECT no::int AS no, ${lineSql('a')} AS a, ${lineSql('b')} AS b, pair ->> 'why' AS why, (pair ->> 'shared')::int AS shared FROM shown ORDER BY no`);
}

type Counted = { total: number; counts: Partial<Record<PairObstacle, number>> };

async function countPairs({ districtCode }: OfficeScope, runId: string): Promise<Counted> {
  const [row] = await db().$queryRaw<
    Counted[]
  >(Prisma.sql`SELECT jsonb_array_length(pairs) AS total, coalesce(progress -> 'pairCounts', '{}') AS counts
    FROM merge_run WHERE id = ${runId}::uuid AND district_code = ${districtCode}`);
  return row ?? { total: 0, counts: {} };
}

/** Compares a run with the one that ended before it. */
async function findChange({ districtCode }: OfficeScope, runs: readonly RunView[], run: RunView): Promise<RunChange | null> {
  const before = runs.slice(runs.findIndex(({ id }) => id === run.id) + 1).find((other) => other.before > 0);
  if (!before) return null;
  const [row] = await db().$queryRaw<{ came: number; went: number }[]>(Prisma.sql`
    SELECT (SELECT count(*)::int FROM unnest(now.line_ids) id WHERE id <> ALL (earlier.line_ids)) AS came,
      (SELECT count(*)::int FROM unnest(earlier.line_ids) id WHERE id <> ALL (now.line_ids)) AS went
    FROM merge_run now, merge_run earlier WHERE now.id = ${run.id}::uuid AND earlier.id = ${before.id}::uuid
      AND now.district_code = ${districtCode} AND earlier.district_code = ${districtCode}`);
  return { before, came: row?.came ?? 0, went: row?.went ?? 0, isSame: run.inputHash === before.inputHash };
}

/** The whole of a year's merging: figures, every proposal, every pair that stays apart, and the runs before. */
export async function loadMerges(scope: OfficeScope, year: number, pages: MergePages): Promise<MergesView> {
  const [panel, runs] = await Promise.all([loadMergePanel(scope, year, 1), listRuns(scope, year, runsShown)]);
  const { run } = panel;
  if (!run) return { panel, runs, change: null, proposals: [], pairs: [], pairTotal: 0, pairCounts: [], pages };
  const [proposals, pairs, { total, counts }, change] = await Promise.all([
    listProposals(scope, run.id, { skip: (pages.page - 1) * proposalsShown, take: proposalsShown }),
    listPairs(scope, run.id, pages.pairs),
    countPairs(scope, run.id),
    findChange(scope, runs, run),
  ]);
  const pairCounts = (Object.entries(counts) as [PairObstacle, number][]).map(([why, count]) => ({ why, count }));
  return { panel, runs, change, proposals, pairs, pairTotal: total, pairCounts: pairCounts.sort((x, y) => y.count - x.count), pages };
}
