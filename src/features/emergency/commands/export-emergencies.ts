import 'server-only';
import type { EmergencyState } from '#domain/emergency/states.ts';
import type { Command } from '#platform/command.ts';
import { type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { type EmergencyRow, listAllEmergencies } from '../queries/list-emergencies.ts';

/** Hands out the emergencies in one state and records who took how many. */
export async function exportEmergencies(
  { tx, scope, record }: Command<AgencyScope | OfficeScope>,
  { state }: { state: EmergencyState },
): Promise<Outcome<readonly EmergencyRow[]>> {
  const rows = await listAllEmergencies(scope, state, tx);
  record('emergency.listExported', scope.actor.id, { state, emergencies: rows.length });
  return ok(rows);
}
