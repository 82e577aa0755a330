import 'server-only';
import type { VisitClock } from '#domain/inspection/open-visit-days.ts';
import { type Gathered, gatherEntryFacts } from '#features/filing/queries/gather-entry-facts.ts';
import { loadVisitClock } from '#features/filing/queries/load-visit-clock.ts';
import type { Statements } from '#platform/db.ts';
import type { FilingPlace } from '#platform/scope.ts';
import type { CallRequest } from '../schema.ts';

export type CallFacts = Gathered;

/** The facts of what was asked for on the telephone, as of the call where that is not now. Null: no such enterprise. */
export function gatherCall(tx: Statements, place: FilingPlace, asked: { request: CallRequest; asOf?: Date }): Promise<CallFacts | null> {
  return gatherEntryFacts(tx, place, asked);
}

/** The calendar and the policy in force that the clock of supplements runs by. */
export function loadClock(tx: Statements, districtCode: string): Promise<VisitClock> {
  return loadVisitClock(tx, districtCode);
}
