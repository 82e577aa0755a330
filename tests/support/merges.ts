import { requestRun } from '#features/merge/commands/request-run.ts';
import { mergeSolve } from '#features/merge/commands/solve-run.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { asOwner } from './api.ts';
import { succeed } from './people.ts';
import { readOne } from './rows.ts';

type RunRow = {
  id: string;
  status: string;
  before: number;
  after: number;
  bound: number;
  input_hash: string;
  line_ids: string[];
  pairs: { a: string; b: string; why: string; shared: number }[];
  progress: { best?: number; bound?: number; proposed?: number };
};
type ProposalRow = {
  id: string;
  no: number;
  lead: string;
  line_ids: string[];
  months: number[];
  before: number;
  after: number;
  bound: number;
  status: string;
  step_id: string | null;
  reason: string;
};

/** The last run asked for in a district's year. */
export function readRun(districtCode: string, year: number): Promise<RunRow> {
  return readOne<RunRow>('SELECT * FROM merge_run WHERE district_code = $1 AND year = $2 ORDER BY requested_at DESC, id DESC LIMIT 1', [
    districtCode,
    year,
  ]);
}

/** A run's proposals in order. */
export function readProposals(run: string): Promise<ProposalRow[]> {
  return asOwner<ProposalRow>('SELECT * FROM merge_proposal WHERE run_id = $1 ORDER BY no', [run]);
}

/** Works on a run as the queue's worker does. */
export function workOn({ id }: Pick<RunRow, 'id'>, districtCode: string): Promise<void> {
  return mergeSolve.run({ run: id, districtCode }, 'job');
}

/** A run at work that somebody of a district's office asked for, with a proposal of no lines: things to press a button on. */
export async function placeRun(districtCode: string): Promise<{ mergeRun: string; mergeProposal: string }> {
  return readOne<{ mergeRun: string; mergeProposal: string }>(
    `WITH asked AS (INSERT INTO merge_run (id, district_code, year, input_hash, status, seconds, requested_by_id)
      SELECT gen_random_uuid(), $1::text, 2039, '', 'running', 30, id FROM user_account WHERE district_code = $1::text AND role = 'officeClerk' LIMIT 1 RETURNING id)
    INSERT INTO merge_proposal (id, run_id, no, lead, line_ids, months, form, before, after, bound, why)
      SELECT gen_random_uuid(), id, 1, $1::text, '{}', '{5}', 'onsite', 2, 1, 1, '{"fits": [], "seen": [], "shortOfBound": [], "overMonths": [], "out": []}' FROM asked
      RETURNING run_id AS "mergeRun", id AS "mergeProposal"`,
    [districtCode],
  );
}

/** Asks for a run and works on it until it ends. */
export async function merge(office: OfficeScope, year: number): Promise<RunRow> {
  await succeed(office, requestRun, { year, seconds: 30 });
  await workOn(await readRun(office.districtCode, year), office.districtCode);
  return readRun(office.districtCode, year);
}
