import { publishPlan } from '#features/plan/commands/publish-plan.ts';
import { loadPublicationDesk } from '#features/plan/queries/load-publication-desk.ts';
import type { PlanPublication } from '#features/plan/schema.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { asOwner } from './api.ts';
import { succeed } from './people.ts';

/** What the form of the publication page would send now. */
export async function publicationOf(office: OfficeScope, year: number, note = ''): Promise<PlanPublication> {
  const { base, seen } = await loadPublicationDesk(office, year);
  return { year, base, seen, note };
}

/** Publishes the next version, which has to succeed: its number. */
export async function publish(office: OfficeScope, year: number, note = ''): Promise<number> {
  return (await succeed(office, publishPlan, await publicationOf(office, year, note))).version;
}

export type EntryRow = {
  id: string;
  root_id: string;
  no: string;
  title: string;
  since: number;
  until: number | null;
  quota: number;
  used: number;
  full_coverage: boolean;
  agencies: string[];
  months: Record<string, [number, number]>;
};

/** All rows that a year's plan ever had, by number and version. */
export function readEntries(district: string, year: number): Promise<EntryRow[]> {
  return asOwner<EntryRow>(
    `SELECT entry.id, root_id, entry.no, title, since.version AS since, until.version AS until, quota, used, full_coverage,
      ARRAY(SELECT agency_code FROM plan_entry_agency WHERE plan_entry_id = entry.id ORDER BY is_lead DESC, agency_code) AS agencies,
      (SELECT coalesce(json_object_agg(month, json_build_array(part.quota, part.used)), '{}') FROM plan_entry_month part WHERE plan_entry_id = entry.id) AS months
    FROM plan_entry entry JOIN plan since ON since.id = plan_id LEFT JOIN plan until ON until.id = until_plan_id
    WHERE since.district_code = $1 AND since.year = $2 ORDER BY entry.no, since.version`,
    [district, year],
  );
}
