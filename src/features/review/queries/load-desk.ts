import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import { dueDayOf } from '#domain/declaration/due.ts';
import type { PlanFigures } from '#domain/plan/figures.ts';
import { declaresSql } from '#features/declaration/queries/list-late.ts';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { listSteps, type StepRow } from './list-steps.ts';
import { loadYearFigures } from './load-figures.ts';
import { receivedSql } from './load-joints.ts';
import { loadYearRules } from './load-year-rules.ts';

/** What stands at the head of the desk. */
export type DeskView = {
  readonly year: number;
  readonly now: Date;
  readonly today: string;
  readonly due: string;
  readonly figures: PlanFigures;
  readonly declared: number;
  /** Agencies that have sent nothing yet. */
  readonly missing: readonly string[];
  readonly unreviewedAgencies: number;
  readonly returned: readonly { readonly agency: string; readonly due: string | null }[];
  /** The version that publishing would make. */
  readonly nextVersion: number;
  /** The latest steps that no published plan carries, undone ones among them, and how many can be undone. */
  readonly steps: readonly StepRow[];
  readonly undoable: number;
};

type Row = Pick<DeskView, 'declared' | 'missing' | 'unreviewedAgencies' | 'returned' | 'nextVersion' | 'undoable'>;

const declares = (year: number) => declaresSql(Prisma.sql`${year}`);

const summarySql = (districtCode: string, year: number) => Prisma.sql`
  WITH received AS (${receivedSql(districtCode, year)})
  SELECT (SELECT count(*)::int FROM agency WHERE district_code = ${districtCode} AND ${declares(year).hasDeclared}) AS declared,
    ARRAY(SELECT short_name FROM agency WHERE district_code = ${districtCode} AND ${declares(year).isLate} ORDER BY code) AS missing,
    (SELECT count(DISTINCT agency_code)::int FROM received WHERE outcome = 'unreviewed') AS "unreviewedAgencies",
    (SELECT coalesce(json_agg(back), '[]') FROM (SELECT agency.short_name AS agency, max(step.change ->> 'due') AS due
      FROM received JOIN agency ON agency.code = received.agency_code
        LEFT JOIN review_step step ON step.district_code = ${districtCode} AND step.year = ${year} AND step.action = 'return' AND step.undone_at IS NULL
          AND received.id = ANY (step.line_ids)
      WHERE received.outcome = 'returned' GROUP BY agency.code ORDER BY agency.code) back) AS returned,
    (SELECT coalesce(max(version), 0) + 1 FROM plan WHERE district_code = ${districtCode} AND year = ${year} AND status <> 'draft') AS "nextVersion",
    (SELECT count(*)::int FROM review_step WHERE district_code = ${districtCode} AND year = ${year} AND undone_at IS NULL AND plan_id IS NULL) AS undoable`;

const shownSteps = 30;

/** The head of the desk: who has declared, the figures, the steps taken. */
export async function loadDesk(scope: OfficeScope, year: number): Promise<DeskView> {
  const { districtCode } = scope;
  const [[row], figures, rules, steps] = await Promise.all([
    db().$queryRaw<Row[]>(summarySql(districtCode, year)),
    loadYearFigures(districtCode, year),
    loadYearRules(districtCode, year),
    listSteps(scope, year, { take: shownSteps, skip: 0 }),
  ]);
  if (!row) throw new Error('no summary');
  const due = dueDayOf(rules.policy.values.declarationDue.value, year);
  return { ...row, year, now: rules.now, today: dayOf(rules.now), due, figures, steps: steps.filter(({ version }) => version === null) };
}

/** The year that needs the office most: this year while it has lines to review or nothing of next year has come, else the next. */
export async function findBusiestYear({ districtCode }: OfficeScope): Promise<number> {
  const [row] = await db().$queryRaw<{ year: number }[]>(Prisma.sql`
    WITH clock AS (SELECT extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int AS year),
    lines AS (SELECT line.year, count(*) FILTER (WHERE outcome = 'unreviewed') AS open, count(*) AS all
      FROM declaration_line line JOIN declaration ON declaration.id = line.declaration_id, clock
      WHERE line.district_code = ${districtCode} AND line.year IN (clock.year, clock.year + 1) AND declaration.approved_at IS NOT NULL GROUP BY line.year)
    SELECT coalesce((SELECT lines.year FROM lines ORDER BY open > 0 DESC, lines.year DESC LIMIT 1), clock.year) AS year FROM clock`);
  if (!row) throw new Error('no clock');
  return row.year;
}
