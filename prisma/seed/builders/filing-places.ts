import type { FilingDraft } from './filing-draft.ts';
import { enterpriseIdOf } from './ids.ts';
import type { Connection } from './rows.ts';

export type AgencyPlace = { readonly code: string; readonly shortName: string; readonly kind: string };
export type EnterprisePlace = { readonly id: string; readonly address: string; readonly accountableCode: string };
/** What the register says of the agencies and enterprises that drafts name. */
export type Places = { readonly agencies: ReadonlyMap<string, AgencyPlace>; readonly enterprises: ReadonlyMap<string, EnterprisePlace> };

/** A value that has to be there: a missing one is a mistake in the draft. */
export function must<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`no such ${what}`);
  return value;
}

export async function loadPlaces(db: Connection, drafts: readonly FilingDraft[]): Promise<Places> {
  const codes = drafts.flatMap((draft) => draft.agencies);
  const ids = drafts.map((draft) => enterpriseIdOf(draft.districtCode, draft.uscc));
  const agencies = await db.query<AgencyPlace>('SELECT code, short_name AS "shortName", kind FROM agency WHERE code = ANY($1)', [codes]);
  const enterprises = await db.query<EnterprisePlace>(
    'SELECT id, address, accountable_code AS "accountableCode" FROM enterprise WHERE id = ANY($1)',
    [ids],
  );
  return {
    agencies: new Map(agencies.rows.map((row) => [row.code, row])),
    enterprises: new Map(enterprises.rows.map((row) => [row.id, row])),
  };
}
