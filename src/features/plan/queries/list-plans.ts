import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';

export type PlanRow = {
  readonly year: number;
  readonly version: number;
  readonly publishedAt: Date;
  readonly note: string;
  readonly entries: number;
  readonly visits: number;
};
export type DistrictPlans = {
  readonly code: string;
  readonly name: string;
  readonly abbreviation: string;
  readonly officeName: string;
  readonly officePhone: string;
  /** Versions in force, latest year first. */
  readonly plans: readonly PlanRow[];
};
type Found = Omit<PlanRow, 'publishedAt'> & { publishedAt: string };

/** Every district with the plans in force: public. */
export async function listPlans(_scope: PublicScope): Promise<DistrictPlans[]> {
  const rows = await db().$queryRaw<(Omit<DistrictPlans, 'plans'> & { plans: Found[] })[]>(Prisma.sql`
    SELECT district.code, district.name, abbreviation, office_name AS "officeName", office_phone AS "officePhone",
      (SELECT coalesce(json_agg(json_build_object('year', year, 'version', version, 'publishedAt', published_at, 'note', note, 'entries', entries, 'visits', visits)
          ORDER BY year DESC), '[]')
        FROM plan, LATERAL (SELECT count(*) AS entries, coalesce(sum(quota) FILTER (WHERE form IN ('onsite', 'sampling')), 0) AS visits
          FROM plan_entry entry JOIN plan since ON since.id = entry.plan_id
          WHERE since.district_code = plan.district_code AND since.year = plan.year AND since.status <> 'draft' AND until_plan_id IS NULL) counted
        WHERE plan.district_code = district.code AND plan.status = 'published') AS plans
    FROM district ORDER BY district.code`);
  return rows.map((row) => ({ ...row, plans: row.plans.map((plan) => ({ ...plan, publishedAt: new Date(plan.publishedAt) })) }));
}
