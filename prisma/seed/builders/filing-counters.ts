import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import { isCounted, isStanding } from './filing-draft.ts';
import type { Prepared } from './filing-numbers.ts';
import { must, type Places } from './filing-places.ts';
import { groupBy } from './group-by.ts';
import { enterpriseIdOf } from './ids.ts';
import { type Connection, insertRows } from './rows.ts';

function visitRows(drafts: readonly Prepared[], places: Places) {
  const visits = drafts.filter(isCounted).flatMap((draft) => {
    const kinds = new Set(draft.agencies.map((code) => must(places.agencies.get(code), code).kind));
    return [...kinds].map((agencyKind) => ({
      enterpriseId: enterpriseIdOf(draft.districtCode, draft.uscc),
      agencyKind,
      year: yearOf(dayOf(draft.start)),
    }));
  });
  const groups = groupBy(visits, (visit) => Object.values(visit).join(' '));
  return [...groups.values()].flatMap(([first, ...rest]) => (first ? [{ ...first, visits: rest.length + 1 }] : []));
}

function matterUses(drafts: readonly Prepared[]) {
  return drafts.filter(isCounted).flatMap((draft) =>
    draft.matters.map((matterCode) => ({
      enterpriseId: enterpriseIdOf(draft.districtCode, draft.uscc),
      matterCode,
      year: yearOf(dayOf(draft.start)),
      filingId: draft.id,
    })),
  );
}

async function useEntries(db: Connection, drafts: readonly Prepared[]): Promise<void> {
  const ids = drafts.filter(isStanding).flatMap(({ planEntry }) => (planEntry ? [planEntry.id] : []));
  await db.query(
    `UPDATE plan_entry SET used = used + taken.places
     FROM (SELECT id, count(*) AS places FROM unnest($1::uuid[]) AS id GROUP BY id) taken WHERE plan_entry.id = taken.id`,
    [ids],
  );
}

/** Takes what standing filings consume: places of the plan, visits under the cap, matters of the year. */
export async function useLimits(db: Connection, drafts: readonly Prepared[], places: Places): Promise<void> {
  await useEntries(db, drafts);
  const addVisits = '(enterprise_id, agency_kind, year) DO UPDATE SET visits = visit_counter.visits + excluded.visits';
  await insertRows(db, 'visit_counter', visitRows(drafts, places), addVisits);
  await insertRows(db, 'matter_visit', matterUses(drafts));
}
