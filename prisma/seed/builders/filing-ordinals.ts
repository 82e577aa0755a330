import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import { isNumbered, isStanding } from './filing-draft.ts';
import type { Prepared } from './filing-numbers.ts';
import { enterpriseIdOf } from './ids.ts';
import type { Connection } from './rows.ts';

export type Ordinals = { readonly nthByAgency: number; readonly nthByAll: number };

const standing = "status IN ('filed', 'filedWithCondition', 'checkedIn', 'left', 'findingRecorded', 'rated', 'unrated', 'archived')";

async function loadCounts(db: Connection, drafts: readonly Prepared[]): Promise<Map<string, number>> {
  const ids = drafts.map((draft) => enterpriseIdOf(draft.districtCode, draft.uscc));
  const { rows } = await db.query<{ key: string; visits: number }>(
    `SELECT enterprise_id || ' ' || year || coalesce(' ' || lead_agency_code, '') AS key, count(*)::int AS visits FROM filing
     WHERE enterprise_id = ANY($1) AND ${standing} GROUP BY GROUPING SETS ((enterprise_id, year), (enterprise_id, year, lead_agency_code))`,
    [ids],
  );
  return new Map(rows.map((row) => [row.key, row.visits]));
}

/** «This year's n-th visit» by the lead agency and by all, in the order of filing. Gives them by id. */
export async function countVisits(db: Connection, drafts: readonly Prepared[]): Promise<ReadonlyMap<string, Ordinals>> {
  const counts = await loadCounts(db, drafts);
  const next = (key: string, keeps: boolean) => {
    const nth = (counts.get(key) ?? 0) + 1;
    if (keeps) counts.set(key, nth);
    return nth;
  };
  const inOrder = drafts.filter(isNumbered).toSorted((a, b) => a.filedAt.getTime() - b.filedAt.getTime());
  return new Map(
    inOrder.map((draft) => {
      const key = `${enterpriseIdOf(draft.districtCode, draft.uscc)} ${yearOf(dayOf(draft.start))}`;
      const keeps = isStanding(draft);
      return [draft.id, { nthByAgency: next(`${key} ${draft.agencies[0]}`, keeps), nthByAll: next(key, keeps) }];
    }),
  );
}
