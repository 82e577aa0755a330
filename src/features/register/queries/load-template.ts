import 'server-only';
import type { KnownRange } from '#domain/register/inspector-rules.ts';
import type { KnownTerritory } from '#domain/register/read-enterprise.ts';
import { db } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { type ImportPlace, placeOf } from './import-place.ts';
import { listRanges, listTerritories } from './judge-rows.ts';

/** What a template offers to choose from. */
export type TemplateChoices = {
  readonly kind: ImportPlace['kind'];
  readonly territories: readonly KnownTerritory[];
  readonly ranges: readonly KnownRange[];
};

export async function loadTemplateChoices(scope: AgencyScope | OfficeScope): Promise<TemplateChoices> {
  const place = placeOf(scope);
  const { kind, districtCode } = place;
  if (kind === 'enterprise') return { kind, territories: await listTerritories(db(), districtCode), ranges: [] };
  return { kind, territories: [], ranges: await listRanges(db(), place) };
}
