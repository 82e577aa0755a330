import 'server-only';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import type { RegisterKind } from '../labels.ts';

/** Whose imports: the office's of enterprises, an agency's of its own inspectors. */
export type ImportPlace = { readonly kind: RegisterKind; readonly districtCode: string; readonly agencyCode: string };

/** The one register that a scope imports into. */
export function placeOf({ kind, districtCode, agencyCode }: AgencyScope | OfficeScope): ImportPlace {
  return { kind: kind === 'office' ? 'enterprise' : 'inspector', districtCode, agencyCode };
}
