import 'server-only';
import { type DeclaredState, findLoneJoints, foldSteps, type ReviewStep } from '#domain/plan/review-step.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { ReviewPlace } from '../queries/gather-lines.ts';

type Row = { steps: ReviewStep[]; lines: DeclaredState[] };

/** Locks the district's row: whoever reviews the same district waits, so that steps are numbered and folded one after another. */
export async function lockReview(tx: Tx, { districtCode }: Pick<ReviewPlace, 'districtCode'>): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT code FROM district WHERE code = ${districtCode} FOR NO KEY UPDATE`);
}

// Whether a joint entry counts depends on every line that was ever merged with one of these, so all of them are folded anew.
const gatherSql = ({ districtCode, year }: ReviewPlace, lineIds: readonly string[]) => Prisma.sql`
  WITH RECURSIVE merges AS (
    SELECT line_ids FROM review_step WHERE district_code = ${districtCode} AND year = ${year} AND action = 'merge' AND undone_at IS NULL
  ), touched (id) AS (
    SELECT unnest(${lineIds}::uuid[]) UNION SELECT member FROM touched, merges, unnest(merges.line_ids) member WHERE touched.id = ANY (merges.line_ids)
  ), reach AS (SELECT array_agg(id) AS ids FROM touched)
  SELECT
    (SELECT coalesce(json_agg(json_build_object('id', step.id, 'action', action, 'lineIds', line_ids, 'change', change,
        'takenAt', round(extract(epoch FROM at) * 1000)) ORDER BY no), '[]')
      FROM review_step step WHERE district_code = ${districtCode} AND year = ${year} AND undone_at IS NULL AND line_ids && reach.ids) AS steps,
    (SELECT coalesce(json_agg(json_build_object('id', line.id, 'count', declared_count, 'months', declared_months, 'form', declared_form,
        'sentAt', round(extract(epoch FROM declaration.approved_at) * 1000))), '[]')
      FROM declaration_line line JOIN declaration ON declaration.id = declaration_id
      WHERE line.district_code = ${districtCode} AND line.year = ${year} AND line.id = ANY (reach.ids)) AS lines
  FROM reach`;

const storeSql = ({ districtCode }: ReviewPlace, states: object[]) => Prisma.sql`
  UPDATE declaration_line line SET outcome = state.outcome, count = state.count, months = state.months, form = state.form,
    reason = state.reason, joint_id = state.joint_id
  FROM (SELECT id::uuid, outcome::line_outcome, count, ARRAY(SELECT value::int FROM jsonb_array_elements_text(months) value) AS months,
      form::inspection_form, reason, "jointId"::uuid AS joint_id
    FROM jsonb_to_recordset(${JSON.stringify(states)}::jsonb)
      AS given (id text, outcome text, count int, months jsonb, form text, reason text, "jointId" text)) state
  WHERE line.id = state.id AND line.district_code = ${districtCode} AND (line.outcome, line.count, line.months, line.form, line.reason, line.joint_id)
    IS DISTINCT FROM (state.outcome, state.count, state.months, state.form, state.reason, state.joint_id)`;

/** Folds the steps of these lines, and of all that were ever merged with them, and stores what became of each. Needs `lockReview`. */
export async function settleLines(tx: Tx, place: ReviewPlace, lineIds: readonly string[]): Promise<void> {
  const [row] = await tx.$queryRaw<Row[]>(gatherSql(place, lineIds));
  if (!row) throw new Error('nothing gathered');
  const lone = findLoneJoints(row.steps);
  const states = row.lines.map((line) => ({ id: line.id, ...foldSteps(line, row.steps, lone) }));
  await tx.$executeRaw(storeSql(place, states));
}

/**
 * For the agency's head who sends a returned declaration again: its returned lines lie open before the office, as declared now.
 * Call it after `approved_at` was set, in the same transaction.
 */
export async function reopenReturned(tx: Tx, place: ReviewPlace, declarationId: string): Promise<void> {
  await lockReview(tx, place);
  const { districtCode, year } = place;
  const where = { declarationId, districtCode, year, outcome: 'returned' as const };
  const lines = await tx.declarationLine.findMany({ where, select: { id: true } });
  if (lines.length === 0) return;
  await settleLines(
    tx,
    place,
    lines.map(({ id }) => id),
  );
}
