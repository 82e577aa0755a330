import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import { formatFilingNo } from '#domain/inspection/filing-no.ts';
import { type FilingDraft, isNumbered } from './filing-draft.ts';
import { must, type Places } from './filing-places.ts';
import { groupBy } from './group-by.ts';
import type { Connection } from './rows.ts';

export type Prepared = FilingDraft & { readonly id: string; readonly submittedAt: Date; readonly approvedAt: Date; readonly filedAt: Date };

/** Takes the next numbers of a series; gives the last one taken before. */
async function reserve(db: Connection, series: { agencyCode: string; year: number }, count: number): Promise<number> {
  const { rows } = await db.query<{ last: number }>(
    `INSERT INTO filing_serial AS serial (agency_code, year, last) VALUES ($1, $2, $3)
     ON CONFLICT (agency_code, year) DO UPDATE SET last = serial.last + excluded.last RETURNING last`,
    [series.agencyCode, series.year, count],
  );
  return must(rows[0], 'serial').last - count;
}

/** Numbers per lead agency and year, in the order of filing, following those given before. Gives them by id. */
export async function numberFilings(db: Connection, drafts: readonly Prepared[], places: Places): Promise<ReadonlyMap<string, string>> {
  const inOrder = drafts.filter(isNumbered).toSorted((a, b) => a.filedAt.getTime() - b.filedAt.getTime());
  const series = groupBy(inOrder, (draft) => `${draft.agencies[0]} ${yearOf(dayOf(draft.filedAt))}`);
  const numbers = new Map<string, string>();
  for (const [key, members] of series) {
    const [agencyCode = '', year = ''] = key.split(' ');
    const before = await reserve(db, { agencyCode, year: Number(year) }, members.length);
    const { shortName } = must(places.agencies.get(agencyCode), agencyCode);
    for (const [index, { id }] of members.entries()) numbers.set(id, formatFilingNo(shortName, Number(year), before + index + 1));
  }
  return numbers;
}
