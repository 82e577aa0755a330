import type { EnterpriseRecord } from '../reference/read-registers.ts';
import { untouchedEnterprises } from '../untouched.data.ts';
import type { EntryPlan } from './entry-plan.ts';
import { shuffled } from './shuffle.ts';
import { known, type Story } from './story.ts';

/** Enterprises with a part of their own in the story: no other entry may draw them. */
export function listReserved({ journey }: Story): ReadonlySet<string> {
  return new Set([
    ...untouchedEnterprises,
    ...journey.enterprises,
    ...journey.alreadyFiled,
    ...journey.decided,
    ...journey.specialField.enterprises,
    ...[journey.jointConflict.enterprise, journey.capUsed, journey.overCap, journey.undisturbed.enterprise],
  ]);
}

/** Whether every matter covers the enterprise's industry. */
export function isCovered(story: Story, matters: readonly string[], enterprise: EnterpriseRecord): boolean {
  return matters.every((code) => {
    const { industries } = known(story.matters, code);
    return industries.length === 0 || industries.includes(enterprise.industry);
  });
}

/** Who was drawn this year, and by which agency in the years told so far: two agencies never wait for one enterprise. */
export type Pool = { readonly year: number; readonly taken: Set<string>; readonly owners: Map<string, string> };

/** Takes the enterprises of one entry out of those still free: first the ones the story names, then by lot. */
export function takeTargets(story: Story, entry: EntryPlan, pool: Pool): string[] {
  const [lead = ''] = entry.agencies;
  const named = entry.enterprises ?? [];
  const free = [...story.enterprises.values()].filter(
    (one) =>
      one.status === 'active' &&
      !one.undisturbed &&
      !pool.taken.has(one.uscc) &&
      (pool.owners.get(one.uscc) ?? lead) === lead &&
      (!entry.park || one.inPark) &&
      isCovered(story, entry.matters, one),
  );
  const drawn = shuffled(free, `${pool.year}-${entry.no}`, (one) => one.uscc).map((one) => one.uscc);
  const targets = [...named, ...drawn].slice(0, entry.quota);
  for (const uscc of targets) pool.taken.add(uscc);
  for (const uscc of targets) pool.owners.set(uscc, lead);
  return targets;
}
