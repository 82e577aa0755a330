import { dayOf } from '#domain/calendar/local-day.ts';
import { insertDraw } from '../builders/draw.ts';
import { type EntryDraft, insertPlan } from '../builders/plan.ts';
import { type Connection, insertRows } from '../builders/rows.ts';
import { daysOfPeriod, type EntryPlan } from './entry-plan.ts';
import { at, earlier, nextMonth, type Story, workingDayBefore } from './story.ts';
import { listReserved, type Pool, takeTargets } from './targets.ts';
import { chooseTeam, listCandidates, type Team } from './teams.ts';

export type Target = { readonly uscc: string; readonly team: Team; readonly outcomeId?: string };
/** An entry as it stands in the database, with the enterprises drawn (or covered) and who goes there. */
export type OpenEntry = {
  readonly id: string;
  readonly plan: EntryPlan;
  readonly draft: EntryDraft;
  readonly targets: readonly Target[];
  /** Null: covered in full, or not drawn yet. */
  readonly drawnAt: Date | null;
  readonly drawNo?: string;
};

function draftEntry(story: Story, plan: EntryPlan, year: number): EntryDraft {
  const { title, kind, form = 'onsite', quota, matters, fullCoverage = false } = plan;
  const agencies = plan.agencies.map((kindOfAgency) => `${story.districtCode}-${kindOfAgency}`);
  return {
    no: `${year}-${plan.no}`,
    title,
    kind,
    form,
    ...daysOfPeriod(plan.period, year, story.today),
    quota,
    fullCoverage,
    agencies,
    matters,
  };
}

/** The inspectors that the story names, as long as their credentials last. */
function fixTeam(story: Story, plan: EntryPlan, toDay: string): Team | null {
  const lasting = story.inspectors.filter(({ validTo }) => (validTo ?? '') >= toDay).map(({ credentialNo }) => credentialNo);
  const valid = plan.inspectors?.filter((credential) => lasting.includes(credential)) ?? [];
  return valid.length < 2 ? null : { going: valid.slice(0, 2), reserves: valid.slice(2) };
}

function composeTargets(story: Story, plan: EntryPlan, pool: Pool & { readonly draft: EntryDraft }): Target[] {
  const { agencies, matters, fromDay, toDay, no } = pool.draft;
  const candidates = listCandidates(story, { agencies, matters, fromDay, toDay, salt: no });
  const fixed = fixTeam(story, plan, toDay);
  return takeTargets(story, plan, pool).flatMap((uscc, turn) => {
    const team = fixed ?? chooseTeam(candidates, uscc, turn);
    return team ? [{ uscc, team }] : [];
  });
}

/** When the draw was published: a week before the period, but some days ago at the latest; null while it lies too far ahead. */
function computeDrawnAt({ calendar, today }: Story, plan: EntryPlan, { fromDay }: EntryDraft): Date | null {
  if (plan.fullCoverage || (!plan.early && fromDay > nextMonth(today).last)) return null;
  if (plan.period === 'rolling') return at(workingDayBefore(calendar, today, 4), '10:00');
  return at(earlier(workingDayBefore(calendar, fromDay, 5), workingDayBefore(calendar, today, 6)), '10:00');
}

type Composed = Omit<OpenEntry, 'id'>;

function composeYear(story: Story, year: number, owners: Pool['owners']): Composed[] {
  const taken = new Set(listReserved(story));
  return story.entries.map((plan) => {
    const draft = draftEntry(story, plan, year);
    const targets = composeTargets(story, plan, { draft, year, taken, owners });
    return { plan, draft, targets, drawnAt: targets.length === 0 ? null : computeDrawnAt(story, plan, draft) };
  });
}

/** Publishes a year's plan and its draws, numbered in the order of publication. */
export async function publishYear(db: Connection, story: Story, turn: { year: number; owners: Pool['owners'] }): Promise<OpenEntry[]> {
  const { year } = turn;
  const composed = composeYear(story, year, turn.owners);
  const { districtCode, calendar, today } = story;
  const publishedAt = at(earlier(`${year - 1}-12-18`, workingDayBefore(calendar, today, 8)), '10:00');
  const { entryIds } = await insertPlan(db, { districtCode, year, publishedAt, entries: composed.map(({ draft }) => draft) });
  const entries: OpenEntry[] = composed.map((entry) => ({ ...entry, id: entryIds.get(entry.draft.no) ?? '' }));
  const inOrder = entries.filter(isDrawn).sort((a, b) => a.drawnAt.getTime() - b.drawnAt.getTime());
  const drawn = new Map<string, OpenEntry>();
  for (const [index, entry] of inOrder.entries()) {
    drawn.set(
      entry.id,
      await publishDraw(db, entry, {
        districtCode,
        year,
        serial: index + 1,
        no: `${story.district.row.abbreviation}抽〔${year}〕${index + 1}号`,
      }),
    );
  }
  await insertRows(db, 'draw_serial', [{ districtCode, year, last: inOrder.length }]);
  return entries.map((entry) => drawn.get(entry.id) ?? entry);
}

type DrawnEntry = OpenEntry & { readonly drawnAt: Date };

function isDrawn(entry: OpenEntry): entry is DrawnEntry {
  return entry.drawnAt !== null;
}

type DrawNumber = { readonly districtCode: string; readonly year: number; readonly serial: number; readonly no: string };

async function publishDraw(db: Connection, entry: DrawnEntry, draw: DrawNumber): Promise<OpenEntry> {
  const outcomes = entry.targets.map(({ uscc, team }) => ({ uscc, inspectors: [...team.going, ...team.reserves] }));
  const [agencyCode = ''] = entry.draft.agencies;
  const ids = await insertDraw(db, { ...draw, agencyCode, planEntryId: entry.id, publishedAt: entry.drawnAt, outcomes });
  return { ...entry, drawNo: draw.no, targets: entry.targets.map((target) => ({ ...target, outcomeId: ids.get(target.uscc) ?? '' })) };
}

/** Whether its visits may be filed: drawn, or covered in full without a draw. */
export function isOpenOn(entry: OpenEntry, day: string): boolean {
  const { fromDay, toDay } = entry.draft;
  return fromDay <= day && day <= toDay && (entry.plan.fullCoverage === true || (entry.drawnAt !== null && dayOf(entry.drawnAt) < day));
}
