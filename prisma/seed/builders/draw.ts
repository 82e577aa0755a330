import { enterpriseIdOf, inspectorIdOf, newId } from './ids.ts';
import { type Connection, insertRows } from './rows.ts';

export type DrawDraft = {
  readonly districtCode: string;
  /** For example 冷抽〔2026〕12号. */
  readonly no: string;
  readonly year: number;
  readonly serial: number;
  /** Who led it. */
  readonly agencyCode: string;
  readonly planEntryId: string;
  readonly publishedAt: Date;
  /** In the order drawn: enterprises by USCC, inspectors by credential, reserves last. */
  readonly outcomes: readonly { readonly uscc: string; readonly inspectors: readonly string[] }[];
};

/** Inserts a published draw of before the protocol with its outcome: registered, not computable. Gives the outcome ids by USCC. */
export async function insertDraw(db: Connection, draft: DrawDraft): Promise<ReadonlyMap<string, string>> {
  const { districtCode, no, year, serial, agencyCode, planEntryId, publishedAt, outcomes } = draft;
  const drawId = newId();
  const ids = new Map(outcomes.map(({ uscc }) => [uscc, newId()]));
  const rows = outcomes.map(({ uscc }, index) => ({
    id: ids.get(uscc),
    drawId,
    planEntryId,
    enterpriseId: enterpriseIdOf(districtCode, uscc),
    position: index + 1,
  }));
  const assignments = outcomes.flatMap(({ uscc, inspectors }) =>
    inspectors.map((credential, index) => ({ outcomeId: ids.get(uscc), inspectorId: inspectorIdOf(credential), position: index + 1 })),
  );
  await insertRows(db, 'draw', [{ id: drawId, districtCode, no, year, serial, agencyCode, status: 'published', publishedAt }]);
  await insertRows(db, 'draw_entry', [{ drawId, planEntryId, position: 0, sample: outcomes.length }]);
  await insertRows(db, 'draw_outcome', rows);
  await insertRows(db, 'draw_assignment', assignments);
  return ids;
}
