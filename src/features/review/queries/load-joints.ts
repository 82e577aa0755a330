import 'server-only';
import { doorForms } from '#domain/declaration/line.ts';
import type { InspectionForm } from '#domain/inspection/kinds.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';

/** A joint entry: who leads it, the enterprises that it visits once for all its lines, when and how. */
export type JointEntry = {
  readonly id: string;
  readonly lead: string;
  readonly count: number;
  readonly months: readonly number[];
  readonly form: InspectionForm;
};

/**
 * Whether a row `line` of `declaration` was ever sent to the office. A line added while its declaration is back for mending begins as
 * returned (`outcomeOfNewLine`), yet no step has returned it.
 */
export const sentSql = (districtCode: string, year: number) => Prisma.sql`declaration.approved_at IS NOT NULL
  AND (line.outcome <> 'returned' OR line.id IN (SELECT unnest(line_ids) FROM review_step
    WHERE district_code = ${districtCode} AND year = ${year} AND action = 'return' AND undone_at IS NULL))`;

/** What the office has received of a year: lines that an agency's head has sent on, also while their declaration is back for mending. */
export const receivedSql = (districtCode: string, year: number) => Prisma.sql`
  SELECT line.*, declaration.kind AS declaration_kind, declaration.status AS declaration_status, declaration.no AS declaration_no,
    declaration.approval_document AS approval_document
  FROM declaration_line line JOIN declaration ON declaration.id = line.declaration_id
  WHERE line.district_code = ${districtCode} AND line.year = ${year} AND ${sentSql(districtCode, year)}`;

/** Whether a form enters an enterprise. */
export const doorSql = (form: Prisma.Sql) => Prisma.sql`${form}::text = ANY (${[...doorForms]}::text[])`;

/**
 * The joint entries of `received` (see `receivedSql`), one row each: `id`, `lead`, `months`, `form`, `count`. The count is that of the step,
 * shared by the lines that are left (`computeJointCount`); where the lead's own lines have left, the agency of the largest line leads.
 */
export const jointsSql = Prisma.sql`
  SELECT step.id, least(greatest(least((step.change ->> 'count')::int,
      ceil((step.change ->> 'count')::numeric * sum(received.count) / nullif(coalesce((step.change ->> 'apart')::int, sum(received.count)), 0))::int),
      max(received.count)), sum(received.count)::int) AS count,
    CASE WHEN bool_or(received.agency_code = step.change ->> 'lead') THEN step.change ->> 'lead'
      ELSE (array_agg(received.agency_code ORDER BY received.count DESC, received.agency_code))[1] END AS lead,
    (array_agg(received.form))[1] AS form, ARRAY(SELECT jsonb_array_elements_text(step.change -> 'months')::int) AS months
  FROM received JOIN review_step step ON step.id = received.joint_id GROUP BY step.id`;

/** The joint entries of a district's year as they stand. */
export function loadJoints(districtCode: string, year: number, access: Statements = db()): Promise<JointEntry[]> {
  return access.$queryRaw<JointEntry[]>(
    Prisma.sql`WITH received AS (${receivedSql(districtCode, year)}) SELECT id, lead, count, months, form::text AS form FROM (${jointsSql}) joint ORDER BY id`,
  );
}
