import { chooseSample } from '#domain/draw/choose-sample.ts';
import { officersOf, type Pool, sizeOf } from '#domain/draw/compose-frozen.ts';
import { findLackingOfficers } from '#domain/draw/officers-lacking.ts';
import { spareRotation } from '#domain/draw/spare-rotation.ts';
import { demoAccounts } from '../accounts.data.ts';
import { type PoolNeed, readEntryPool } from '../builders/draw-pool.ts';
import type { Connection } from '../builders/rows.ts';
import { known, type Story } from './story.ts';
import type { OpenEntry } from './year-plan.ts';

/** An entry that can be drawn for, with its pool as the registers have it, and who of the demo's people files for its lead. */
export type Drawable = {
  readonly entry: OpenEntry;
  readonly year: number;
  readonly pool: Pool;
  readonly agencies: PoolNeed['agencies'];
  readonly sample: number;
  readonly filer: string;
};

function needOf(story: Story, { id, draft }: OpenEntry): PoolNeed {
  const matters = draft.matters.map((code) => known(story.matters, code));
  const agencies = draft.agencies.map((agency) => {
    const kind = known(story.agencies, agency).kind ?? '';
    return { agency, kind, groups: [...new Set(matters.flatMap(({ agencyKind, group }) => (agencyKind === kind ? [group] : [])))].sort() };
  });
  const [lead, ...others] = agencies;
  const inOrder = lead ? [lead, ...others.sort((one, other) => (one.agency < other.agency ? -1 : 1))] : [];
  const { kind, fromDay, toDay } = draft;
  const { districtCode, district } = story;
  const year = Number(draft.no.slice(0, 4));
  return { districtCode, entryId: id, year, kind, fromDay, toDay, agencies: inOrder, matters, policy: district.policy };
}

const filerOf = (agency: string) => demoAccounts.find(({ agencyCode, role }) => agencyCode === agency && role === 'agencyFiler')?.username;

async function judge(db: Connection, story: Story, entry: OpenEntry): Promise<Drawable | null> {
  const need = needOf(story, entry);
  const filer = filerOf(need.agencies[0]?.agency ?? '');
  if (filer === undefined) return null;
  const { draw, minimumInspectors } = story.district.policy;
  const pool = await readEntryPool(db, need);
  const size = sizeOf(pool, 0);
  const sample = chooseSample({ size, quota: entry.draft.quota, draw });
  const team = {
    entry: entry.draft.no,
    agencies: need.agencies,
    officers: Math.max(minimumInspectors.value, need.agencies.length),
    sample,
  };
  const given = { officers: officersOf(pool), targetsPerOfficer: draw.value.targetsPerOfficer, names: {} };
  const { officers, barred } = spareRotation([team], pool);
  if (sample < 1 || sample === size || barred.length > 0 || findLackingOfficers([team], given).length > 0) return null;
  return { entry, year: need.year, pool: { ...pool, officers }, agencies: need.agencies, sample, filer };
}

/** Entries that the story has not drawn and does not speak of, the furthest ahead first: nothing is told about their time yet. */
function listUntold({ journey, today }: Story, entries: readonly OpenEntry[]): OpenEntry[] {
  const speaking = [journey.agency, journey.jointConflict.agency];
  const free = entries.filter(
    ({ plan, drawnAt, draft }) =>
      drawnAt === null && !plan.fullCoverage && !plan.early && draft.fromDay > today && !speaking.includes(draft.agencies[0] ?? ''),
  );
  return free.sort((one, other) => (one.draft.fromDay === other.draft.fromDay ? 0 : one.draft.fromDay > other.draft.fromDay ? -1 : 1));
}

/** So many of them that can be drawn for, each led by another agency. */
export async function findDrawable(
  db: Connection,
  story: Story,
  given: { entries: readonly OpenEntry[]; most: number },
): Promise<Drawable[]> {
  const found: Drawable[] = [];
  for (const entry of listUntold(story, given.entries)) {
    const isNew = found.every((one) => one.entry.draft.agencies[0] !== entry.draft.agencies[0]);
    const drawable = isNew && found.length < given.most ? await judge(db, story, entry) : null;
    if (drawable) found.push(drawable);
  }
  return found;
}
