import 'server-only';
import { chooseSample, sayPoolFault } from '#domain/draw/choose-sample.ts';
import type { DrawStatus } from '#domain/draw/lifecycle.ts';
import { findLackingOfficers, type Names, sayBarred, sizeTeam } from '#domain/draw/officers-lacking.ts';
import type { ExclusionReason, OfficerExclusion } from '#domain/draw/record.ts';
import { judgePool } from '#domain/draw/sample.ts';
import { type SparedRotation, spareRotation } from '#domain/draw/spare-rotation.ts';
import { db } from '#platform/db.ts';
import type { AgencyScope, DrawScope } from '#platform/scope.ts';
import { type DrawableEntry, gatherEntries, listUndrawn } from './gather-entries.ts';
import { measurePool, type PoolMeasure } from './gather-pool.ts';
import { loadNames } from './load-names.ts';
import { type DrawRules, loadDrawRules } from './load-rules.ts';

/** What an entry's pool would be if it were frozen now. */
export type PoolPreview = {
  readonly entry: DrawableEntry;
  readonly size: number;
  readonly strata: readonly { readonly stratum: string; readonly size: number }[];
  readonly excluded: readonly { readonly reason: ExclusionReason; readonly count: number }[];
  readonly officers: number;
  readonly officersExcluded: readonly { readonly reason: OfficerExclusion['reason']; readonly count: number }[];
  /** Candidates that rotation yields for, in all entries: without it they would have no team. */
  readonly spared: number;
  /** Suggested where nobody says how many, and what is wrong with the number asked about. */
  readonly sample: number;
  readonly faults: readonly string[];
};

type Wanted = { readonly entry: DrawableEntry; readonly sample: number | undefined };
type Sized = Pick<PoolPreview, 'size' | 'strata' | 'sample'>;

function countOfficers(measure: PoolMeasure, { agencies }: DrawableEntry): Pick<PoolPreview, 'officers' | 'officersExcluded'> {
  const codes = new Set(agencies.map(({ agency }) => agency));
  const own = measure.officers.filter(({ agency }) => codes.has(agency));
  const reasons = new Map<OfficerExclusion['reason'], number>();
  for (const { reason } of own) if (reason) reasons.set(reason, (reasons.get(reason) ?? 0) + 1);
  return {
    officers: own.filter(({ reason }) => reason === null).length,
    officersExcluded: [...reasons].map(([reason, count]) => ({ reason, count })),
  };
}

type Judged = { readonly rules: DrawRules; readonly names: Names; readonly measure: PoolMeasure };

/** The teams that the entries ask for, and what recusals and rotation leave of the pool. */
function judgeTeams(entries: readonly (Sized & { entry: DrawableEntry })[], { rules, names, measure }: Judged) {
  const { draw, minimumInspectors } = rules.policy.values;
  const officers = measure.officers.filter(({ reason }) => reason === null);
  const teams = entries.map(({ entry, sample }) => {
    const agencies = entry.agencies.map(({ agency, groups }) => ({ agency, groups }));
    return { entry: entry.no, agencies, officers: sizeTeam({ agencies, minimum: minimumInspectors.value }, officers), sample };
  });
  const given = { officers, targetsPerOfficer: draw.value.targetsPerOfficer, names };
  const rotation: SparedRotation = spareRotation(teams, { subjects: measure.named, officers: measure.officers });
  return { rotation, lacking: [...findLackingOfficers(teams, given), ...sayBarred(rotation.barred, teams)] };
}

function sizeOne(measure: PoolMeasure, { entry, sample: asked }: Wanted, { at, rules }: { at: number; rules: DrawRules }): Sized {
  const strata = measure.strata.filter((each) => each.entry === at);
  const size = strata.reduce((sum, each) => sum + each.size, 0);
  return { size, strata, sample: asked ?? chooseSample({ size, quota: entry.quota, draw: rules.policy.values.draw }) };
}

/** Previews of these entries' pools by the rules of today, judged together; what they lack in inspectors stands with the first. */
async function previewPools(districtCode: string, wanted: readonly Wanted[], rules: DrawRules): Promise<PoolPreview[]> {
  if (wanted.length === 0) return [];
  const question = { districtCode, entries: wanted.map(({ entry }) => entry), policy: rules.policy.values };
  const [measure, names] = await Promise.all([measurePool(db(), question), loadNames(db(), districtCode)]);
  const sized = wanted.map((each, at) => ({ entry: each.entry, ...sizeOne(measure, each, { at, rules }) }));
  const { rotation, lacking } = judgeTeams(sized, { rules, names, measure });
  return sized.map((each, at) => {
    const fault = judgePool({ size: each.size, sample: each.sample, draw: rules.policy.values.draw });
    const told = [...(fault ? [sayPoolFault(fault, each)] : []), ...(at === 0 ? lacking : [])];
    const excluded = measure.excluded.filter(({ entry }) => entry === at);
    const faults = told.map((say) => `${say}。`);
    return { ...each, excluded, ...countOfficers(measure, each.entry), spared: rotation.spared.length, faults };
  });
}

/** The pools of these entries, with their samples. */
async function loadPreview(scope: DrawScope, parts: readonly { id: string; sample: number }[]): Promise<PoolPreview[]> {
  const [entries, rules] = await Promise.all([
    gatherEntries(
      db(),
      scope.districtCode,
      parts.map(({ id }) => id),
    ),
    loadDrawRules(scope.districtCode),
  ]);
  const wanted = entries.map((entry) => ({ entry, sample: parts.find(({ id }) => id === entry.id)?.sample }));
  return previewPools(scope.districtCode, wanted, rules);
}

/** Entries of one's own that could join a prepared draw: no draw yet, and days in common with the one that leads. */
async function listJoinable(scope: DrawScope, lead: { fromDay: string; toDay: string } | undefined): Promise<DrawableEntry[]> {
  if (scope.kind !== 'agency' || !lead) return [];
  const rules = await loadDrawRules(scope.districtCode);
  const own = await listUndrawn(scope.districtCode, { lead: scope.agencyCode, kinds: rules.policy.values.drawnKinds.value });
  return own.filter(({ fromDay, toDay }) => fromDay <= lead.toDay && lead.fromDay <= toDay);
}

/** What a prepared draw would freeze now, and what could join it; nothing once it is frozen. */
export async function loadPreparation(
  scope: DrawScope,
  { status, parts }: { status: DrawStatus; parts: readonly { id: string; sample: number; fromDay: string; toDay: string }[] },
): Promise<{ preview: PoolPreview[]; joinable: DrawableEntry[] }> {
  if (status !== 'prepared') return { preview: [], joinable: [] };
  const [preview, joinable] = await Promise.all([loadPreview(scope, parts), listJoinable(scope, parts[0])]);
  return { preview, joinable };
}

export type NewDrawDesk = {
  /** Entries of one's own that need a draw. */
  readonly entries: readonly DrawableEntry[];
  readonly preview: PoolPreview | null;
  /** The chosen entry's live draw, where it has one already. */
  readonly live: DrawableEntry['live'];
  readonly hours: number;
};

/** What a page of a new draw shows: one's own entries, and the pool of the chosen one. */
export async function loadNewDraw(
  scope: AgencyScope,
  asked: { entry?: string | undefined; sample?: number | undefined },
): Promise<NewDrawDesk> {
  const rules = await loadDrawRules(scope.districtCode);
  const [entries, found] = await Promise.all([
    listUndrawn(scope.districtCode, { lead: scope.agencyCode, kinds: rules.policy.values.drawnKinds.value }),
    gatherEntries(db(), scope.districtCode, asked.entry ? [asked.entry] : []),
  ]);
  const chosen = found.find(({ agencies }) => agencies[0]?.agency === scope.agencyCode);
  const { objectionHours, commitHours, revealHours } = rules.policy.values.draw.value;
  const [preview = null] =
    chosen && !chosen.live ? await previewPools(scope.districtCode, [{ entry: chosen, sample: asked.sample }], rules) : [];
  return { entries, preview, live: chosen?.live ?? null, hours: objectionHours + commitHours + revealHours };
}
