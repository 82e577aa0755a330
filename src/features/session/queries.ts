import 'server-only';
import { db } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';

export type DistrictOption = { readonly code: string; readonly name: string; readonly officeName: string; readonly officePhone: string; readonly officeHours: string };

/** The districts one can sign in to, with their offices' telephones: public. */
export async function listDistricts(_scope: PublicScope): Promise<DistrictOption[]> {
  return db().district.findMany({ orderBy: { code: 'asc' }, select: { code: true, name: true, officeName: true, officePhone: true, officeHours: true } });
}
