import { dayOf, yearOf } from '#domain/calendar/local-day.ts';
import { type FilingDraft, isPlanned, isStanding } from './filing-draft.ts';
import type { Prepared } from './filing-numbers.ts';
import { must, type Places } from './filing-places.ts';
import { groupBy } from './group-by.ts';
import { enterpriseIdOf } from './ids.ts';
import { type Connection, insertRows } from './rows.ts';

/** What a filing takes, as it is kept with it so that it can be given back. */
export type Claims = { entryId: string | null; lines: string[]; cap: number; matters: readonly string[]; year: number };

/** Claims of a draft; the cap is not enforced here. */
export function claimsOf(draft: FilingDraft, places: Places): Claims {
  const lines = draft.agencies.map((code) => must(places.agencies.get(code), code).kind);
  const planned = isPlanned(draft);
  return {
    entryId: draft.planEntry?.id ?? null,
    lines: planned ? [...new Set(lines)] : [],
    cap: 2_000_000_000,
    matters: planned ? draft.matters : [],
    year: yearOf(dayOf(draft.start)),
  };
}

function visitRows(drafts: readonly Prepared[], places: Places) {
  const visits = drafts.filter(isStanding).flatMap((draft) => {
    const { lines, year } = claimsOf(draft, places);
    return lines.map((agencyKind) => ({ enterpriseId: enterpriseIdOf(draft.districtCode, draft.uscc), agencyKind, year }));
  });
  const groups = groupBy(visits, (visit) => Object.values(visit).join(' '));
  return [...groups.values()].flatMap(([first, ...rest]) => (first ? [{ ...first, visits: rest.length + 1 }] : []));
}

function matterUses(drafts: readonly Prepared[], places: Places) {
  return drafts.filter(isStanding).flatMap((draft) => {
    const { matters, year } = claimsOf(draft, places);
    const enterpriseId = enterpriseIdOf(draft.districtCode, draft.uscc);
    return matters.map((matterCode) => ({ enterpriseId, matterCode, year, filingId: draft.id }));
  });
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
  const onConflict = '(enterprise_id, agency_kind, year) DO UPDATE SET visits = visit_counter.visits + excluded.visits';
  await insertRows(db, { table: 'visit_counter', onConflict }, visitRows(drafts, places));
  await insertRows(db, 'matter_visit', matterUses(drafts, places));
}
