import { useLimits } from './filing-counters.ts';
import type { FilingDraft } from './filing-draft.ts';
import { numberFilings } from './filing-numbers.ts';
import { countVisits } from './filing-ordinals.ts';
import { loadPlaces } from './filing-places.ts';
import { agencyRows, filingRow, inspectorRows, matterRows, noticeRows, withInstants } from './filing-rows.ts';
import { newId } from './ids.ts';
import { type Connection, insertRows } from './rows.ts';

export type InsertedFiling = { readonly id: string; readonly filingNo: string | null; readonly publicCode: string | null };

/**
 * Inserts filings as they stand, with agencies, matters, inspectors and notices, and takes what they consume: numbers without gaps,
 * places of the plan, visits under the cap, matters of the year. The register has to be loaded. Gives them in the order asked.
 */
export async function insertFilings(db: Connection, drafts: readonly FilingDraft[]): Promise<InsertedFiling[]> {
  const prepared = drafts.map((draft) => withInstants({ id: newId(), ...draft }));
  const places = await loadPlaces(db, prepared);
  const ordinals = await countVisits(db, prepared);
  const numbers = await numberFilings(db, prepared, places);
  const rows = prepared.map((draft) => filingRow(draft, places, { filingNo: numbers.get(draft.id), ordinals: ordinals.get(draft.id) }));
  await insertRows(db, 'filing', rows);
  await insertRows(db, 'filing_agency', prepared.flatMap(agencyRows));
  await insertRows(db, 'filing_matter', prepared.flatMap(matterRows));
  await insertRows(db, 'filing_inspector', prepared.flatMap(inspectorRows));
  await insertRows(
    db,
    'territory_notice',
    prepared.flatMap((draft) => noticeRows(draft, places)),
  );
  await useLimits(db, prepared, places);
  return rows.map(({ id, filingNo, publicCode }) => ({ id, filingNo, publicCode }));
}
