import 'server-only';
import type { PolicyValues } from '#domain/law/policy.ts';
import { loadClock } from '#features/finding/queries/load-clock.ts';
import type { Statements } from '#platform/db.ts';

/** From where on a district wants to hear of its agencies' conduct. */
export type ConductRules = {
  readonly overtimeMinutes: number;
  readonly frequent: PolicyValues['frequentVisitAlert'];
  readonly smallestCell: number;
};

/** The values in force today. */
export async function loadConductRules(districtCode: string, access: Statements): Promise<ConductRules> {
  const clock = await loadClock(districtCode, access);
  return {
    overtimeMinutes: clock.valueOf('visit').overtimeMinutes,
    frequent: clock.valueOf('frequentVisitAlert'),
    smallestCell: clock.valueOf('smallestPublishedCell'),
  };
}
