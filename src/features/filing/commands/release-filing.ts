import 'server-only';
import { LimitTaken } from '#platform/conflict.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import type { FilingPlace } from '#platform/scope.ts';

type Ending = 'withdrawn' | 'revoked' | 'expired';
type Release = { readonly id: string; readonly from: readonly string[]; readonly to: Ending; readonly remark: string };
type GivenBack = { readonly moved: number; readonly due: number; readonly given: number };

/** The latest row of each number of which the `target` filing took a place. */
const dueSql = Prisma.sql`taken AS (
    SELECT claims ->> 'entryId' AS id FROM target WHERE claims ->> 'entryId' IS NOT NULL
    UNION SELECT jsonb_array_elements_text(coalesce(claims -> 'joinedEntryIds', '[]')) FROM target
  ), due AS (
    SELECT DISTINCT ON (entry.root_id) entry.id, entry.until_plan_id, target.month
    FROM taken JOIN plan_entry given ON given.id = taken.id::uuid JOIN plan_entry entry ON entry.root_id = given.root_id
    JOIN plan ON plan.id = entry.plan_id, target
    ORDER BY entry.root_id, entry.until_plan_id IS NULL DESC, plan.version DESC
  )`;

/** Gives back what `target` claims. Each place goes to the latest row of the same number, which need not be the one that gave it; so does the month's. */
const givenBackSql = Prisma.sql`${dueSql}, place AS (
    UPDATE plan_entry entry SET used = entry.used - 1 FROM due
    WHERE entry.id = due.id AND entry.until_plan_id IS NOT DISTINCT FROM due.until_plan_id RETURNING entry.id, due.month
  ), month_place AS (
    UPDATE plan_entry_month given SET used = given.used - 1 FROM place
    WHERE given.plan_entry_id = place.id AND given.month = place.month AND given.used > 0
  ), counted AS (
    UPDATE visit_counter counter SET visits = visits - 1 FROM target
    WHERE counter.enterprise_id = target.enterprise_id AND counter.year = (target.claims ->> 'year')::int
      AND target.claims -> 'lines' ? counter.agency_kind
  ), once AS (
    DELETE FROM matter_visit USING target WHERE matter_visit.filing_id = target.id AND target.claims IS NOT NULL
  )`;

const sumsSql = Prisma.sql`(SELECT count(*)::int FROM due) AS due, (SELECT count(*)::int FROM place) AS given`;

/** Amendments that still wait end with the filing. */
function releaseSql(place: FilingPlace, { id, from, to, remark }: Release): Prisma.Sql {
  return Prisma.sql`WITH target AS (
    SELECT id, enterprise_id, extract(month FROM start_day)::int AS month, CASE WHEN starts_at > now() OR ${to} = 'expired' THEN claims END AS claims
    FROM filing WHERE id = ${id}::uuid AND district_code = ${place.districtCode} AND status::text = ANY (${from}::text[])
      AND (${to} IN ('revoked', 'expired') OR starts_at > now() OR filing_no IS NULL) FOR UPDATE
  ), moved AS (
    UPDATE filing SET status = ${to}::filing_status, remark = ${remark} FROM target WHERE filing.id = target.id RETURNING filing.id
  ), acts AS (
    UPDATE filing_amendment SET status = 'withdrawn', remark = '备案已结束' FROM target
    WHERE filing_id = target.id AND filing_amendment.status IN ('proposed', 'held')
  ), ${givenBackSql}
  SELECT (SELECT count(*)::int FROM moved) AS moved, ${sumsSql}`;
}

/** Runs a statement that gives back. Throws `LimitTaken` where a plan was published meanwhile: the place has to go to the new row. */
async function giveBackBy(tx: Statements, statement: Prisma.Sql): Promise<boolean> {
  const [row] = await tx.$queryRaw<GivenBack[]>(statement);
  if (!row || row.given !== row.due) throw new LimitTaken('a plan was published meanwhile');
  return row.moved > 0;
}

/**
 * Moves a filing to `to`; false when it is not in one of the statuses `from`. A visit that does not take place counts for nobody, so its
 * limits are given back; one that has begun cannot be withdrawn, and keeps what it took when it is revoked, unless nobody ever came.
 */
export function releaseFiling(tx: Statements, place: FilingPlace, release: Release): Promise<boolean> {
  return giveBackBy(tx, releaseSql(place, release));
}

/** Gives back what a filing took, for it to take anew what it needs once amended; false when it stands no longer, or somebody has come. */
export function giveBackClaims(tx: Statements, place: FilingPlace, filing: string): Promise<boolean> {
  return giveBackBy(
    tx,
    Prisma.sql`WITH target AS (
      SELECT id, enterprise_id, extract(month FROM start_day)::int AS month, claims FROM filing
      WHERE id = ${filing}::uuid AND district_code = ${place.districtCode} AND status IN ('filed', 'filedWithCondition') FOR UPDATE
    ), ${givenBackSql} SELECT (SELECT count(*)::int FROM target) AS moved, ${sumsSql}`,
  );
}
