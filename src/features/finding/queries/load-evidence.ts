import 'server-only';
import { filingsWithin } from '#features/filing/queries/load-filing.ts';
import { db } from '#platform/db.ts';
import type { FilingScope } from '#platform/scope.ts';

/** A photo of a visit: the office sees all of its district, everybody else those of their own agency; null beyond that. */
export function loadEvidence(scope: FilingScope, id: string) {
  const own = scope.kind === 'office' ? {} : { agencyCode: scope.agencyCode };
  return db().evidence.findFirst({ where: { id, ...own, filing: filingsWithin(scope) }, select: { id: true, mime: true, bytes: true } });
}
