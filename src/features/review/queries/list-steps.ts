import 'server-only';
import type { ReviewAction, StepChange } from '#domain/plan/review-step.ts';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { historySize } from '../schema.ts';

/** A step as people read it: what, on which lines, by whom, when, and what became of it. */
export type StepRow = {
  readonly id: string;
  readonly no: number;
  readonly action: ReviewAction;
  readonly change: StepChange;
  readonly at: Date;
  readonly by: string;
  /** The first line's matter, and how many lines there are. */
  readonly matter: string;
  readonly lines: number;
  readonly lead: string | null;
  readonly undoneAt: Date | null;
  readonly undoneBy: string | null;
  /** The version that carries it. */
  readonly version: number | null;
};

const stepsSql = (where: Prisma.Sql) => Prisma.sql`
  SELECT step.id, step.no, step.action::text AS action, step.change - 'seal' AS change, step.at, taker.name AS by, coalesce(matter.name, '已删除的行') AS matter,
    cardinality(step.line_ids) AS lines, lead.short_name AS lead, step.undone_at AS "undoneAt", undoer.name AS "undoneBy", plan.version
  FROM review_step step JOIN user_account taker ON taker.id = step.by_id LEFT JOIN user_account undoer ON undoer.id = step.undone_by_id
    LEFT JOIN declaration_line line ON line.id = step.line_ids[1] LEFT JOIN matter ON matter.id = line.matter_id
    LEFT JOIN agency lead ON lead.code = step.change ->> 'lead' LEFT JOIN plan ON plan.id = step.plan_id
  WHERE ${where} ORDER BY step.no DESC`;

/** The year's latest steps, undone ones among them. */
export function listSteps({ districtCode }: OfficeScope, year: number, page: { take: number; skip: number }): Promise<StepRow[]> {
  const where = Prisma.sql`step.district_code = ${districtCode} AND step.year = ${year}`;
  return db().$queryRaw<StepRow[]>(Prisma.sql`${stepsSql(where)} LIMIT ${page.take} OFFSET ${page.skip}`);
}

/** Every step on one line, the latest first. */
export function listStepsOf({ districtCode }: OfficeScope, line: { id: string; year: number }): Promise<StepRow[]> {
  return db().$queryRaw<StepRow[]>(
    stepsSql(Prisma.sql`step.district_code = ${districtCode} AND step.year = ${line.year} AND ${line.id}::uuid = ANY (step.line_ids)`),
  );
}

export type StepHistory = {
  readonly year: number;
  readonly now: Date;
  readonly steps: readonly StepRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

/** One page of all that was done in the review of a year, the latest first. */
export async function loadHistory(scope: OfficeScope, year: number, page: number): Promise<StepHistory> {
  const { districtCode } = scope;
  const [steps, [counted]] = await Promise.all([
    listSteps(scope, year, { take: historySize, skip: (page - 1) * historySize }),
    db().$queryRaw<{ total: number; now: Date }[]>(
      Prisma.sql`SELECT count(*)::int AS total, now() AS now FROM review_step WHERE district_code = ${districtCode} AND year = ${year}`,
    ),
  ]);
  if (!counted) throw new Error('no clock');
  return { year, now: counted.now, steps, total: counted.total, page, pages: Math.max(1, Math.ceil(counted.total / historySize)) };
}
