import 'server-only';
import { chooseSample, sayPoolFault } from '#domain/draw/choose-sample.ts';
import type { DrawStatus } from '#domain/draw/lifecycle.ts';
import { findLackingOfficers, sizeTeam } from '#domain/draw/officers-lacking.ts';
import type { ExclusionReason, OfficerExclusion } from '#domain/draw/record.ts';
import { judgePool } from '#domain/draw/sample.ts';
import { db } from '#platform/db.ts';
import type { AgencyScope, DrawScope } from '#platform/scope.ts';
import { type DrawableEntry, gatherEntries, listUndrawn } from './gather-entries.ts';
import { measurePool, type PoolMeasure } from './gather-pool.ts';
import { type DrawRules, loadDrawRules } from './load-rules.ts';

/** What an entry's pool would be if it were frozen now. */
export type PoolPreview = {
  readonly entry: DrawableEntry;
  readonly size: number;
  readonly strata: readonly { readonly stratum: string; readonly size: number }[];
  readonly excluded: readonly { readonly reason: ExclusionReason; readonly count: number }[];
  readonly officers: number;
  readonly officersExcluded: readonly { readonly reason: OfficerExclusion['reason']; readonly count: number }[];
  /** Suggested where nobody says how many, and what is wrong with the number asked about. */
  readonly sample: number;
  readonly faults: readonly string[];
};

type Wanted = { readonly entry: DrawableEntry; readonly sample: number | undefined };

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

function faultsOf(
  measure: PoolMeasure,
  { entry, sample }: Required<Wanted>,
  { rules, size }: { rules: DrawRules; size: number },
): string[] {
  const { draw, minimumInspectors } = rules.policy.values;
  const asked = { size, sample: sample ?? 0 };
  const fault = judgePool({ ...asked, draw });
  const needs = entry.agencies.map(({ agency, groups }) => ({ agency, groups }));
  const officers = measure.officers.filter(({ reason }) => reason === null);
  const going = sizeTeam({ agencies: needs, minimum: minimumInspectors.value }, officers);
  const team = { entry: entry.no, agencies: needs, officers: going, sample: asked.sample };
  const lacking = findLackingOfficers([team], { officers, targetsPerOfficer: draw.value.targetsPerOfficer });
  return [...(fault ? [`${sayPoolFault(fault, asked)}。`] : []), ...lacking.map((say) => `${say}。`)];
}

/** Previews of these entries' pools by the rules of today. */
async function previewPools(districtCode: string, wanted: readonly Wanted[], rules: DrawRules): Promise<PoolPreview[]> {
  if (wanted.length === 0) return [];
  const entries = wanted.map(({ entry }) => entry);
  const measure = await measurePool(db(), { districtCode, entries, policy: rules.policy.values });
  return wanted.map(({ entry, sample: asked }, at) => {
    const strata = measure.strata.filter((each) => each.entry === at);
    const size = strata.reduce((sum, each) => sum + each.size, 0);
    const sample = asked ?? chooseSample({ size, quota: entry.quota, draw: rules.policy.values.draw });
    const excluded = measure.excluded.filter((each) => each.entry === at);
    const faults = faultsOf(measure, { entry, sample }, { rules, size });
    return { entry, size, strata, excluded, ...countOfficers(measure, entry), sample, faults };
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
