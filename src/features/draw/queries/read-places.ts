import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';

/** Places of a drawn entry: in the plan when it was frozen and now, how many were to be drawn, and how many stand. */
export type Places = { readonly frozen: number; readonly now: number; readonly sample: number; readonly standing: number };

const quotaNowSql = Prisma.sql`(SELECT quota FROM plan_entry version WHERE version.root_id = part.plan_entry_id AND until_plan_id IS NULL)`;

/** The quota that the plan in force at an instant gave the statement's `part`; the present one where nothing else is known. */
const quotaAtSql = (
  instant: Prisma.Sql,
) => Prisma.sql`coalesce((SELECT version.quota FROM plan_entry version JOIN plan ON plan.id = version.plan_id
    LEFT JOIN plan until ON until.id = version.until_plan_id WHERE version.root_id = part.plan_entry_id AND plan.published_at <= ${instant}
      AND (until.published_at IS NULL OR until.published_at > ${instant}) ORDER BY plan.published_at DESC LIMIT 1), ${quotaNowSql})`;

/** The places of an entry of a frozen draw. */
export async function readPlaces(access: Statements, draw: string, entry: string): Promise<Places> {
  const [row] = await access.$queryRaw<Places[]>(Prisma.sql`SELECT ${quotaAtSql(Prisma.sql`record.frozen_at`)} AS frozen,
      coalesce(${quotaNowSql}, 0) AS now, sample,
      (SELECT count(*)::int FROM draw_outcome outcome WHERE outcome.draw_id = part.draw_id AND outcome.plan_entry_id = part.plan_entry_id AND replaced_at IS NULL) AS standing
    FROM draw_entry part JOIN draw_record record USING (draw_id) WHERE draw_id = ${draw}::uuid AND plan_entry_id = ${entry}::uuid`);
  if (!row) throw new Error('an entry of a frozen draw has no places');
  return row;
}
