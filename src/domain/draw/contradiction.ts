import type { FrozenEntry, FrozenRecord, Subject } from './record.ts';
import { splitSample } from './sample.ts';
import { mostGroups } from './team.ts';

function repeated(ids: readonly { readonly id: string }[]): string | null {
  const seen = new Set<string>();
  for (const { id } of ids) {
    if (seen.has(id)) return id;
    seen.add(id);
  }
  return null;
}

/** How many candidates each entry has in each stratum; null where a subject names an entry that is not there. */
function countStrata(subjects: readonly Subject[], entries: number): Map<string, number>[] | null {
  const counts = Array.from({ length: entries }, () => new Map<string, number>());
  for (const { entries: places, stratum } of subjects) {
    for (const place of places) {
      const count = counts[place];
      if (!count) return null;
      count.set(stratum, (count.get(stratum) ?? 0) + 1);
    }
  }
  return counts;
}

function faultOfEntry({ entry, agencies, strata, officers }: FrozenEntry, sizes: ReadonlyMap<string, number>): string | null {
  const codes = new Set(agencies.map(({ agency }) => agency));
  if (codes.size < agencies.length) return `计划项 ${entry} 重复列出同一个单位`;
  if (officers < agencies.length) return `计划项 ${entry} 的每户人数少于参加的单位数`;
  const groups = agencies.reduce((sum, { groups: own }) => sum + Math.max(1, own.length), 0);
  if (groups > mostGroups) return `计划项 ${entry} 的执法范围多于 ${mostGroups} 项`;
  const sizesAgree = strata.length === sizes.size && strata.every(({ stratum, size }) => sizes.get(stratum) === size);
  if (!sizesAgree) return `计划项 ${entry} 的分层户数与名单不符`;
  const sample = strata.reduce((sum, { sample: part }) => sum + part, 0);
  if (sample < 1 || strata.some((part) => part.sample > part.size)) return `计划项 ${entry} 的抽取数不在名单户数以内`;
  const split = new Map(splitSample(sizes, sample).map((part) => [part.stratum, part.sample]));
  return strata.every((part) => split.get(part.stratum) === part.sample) ? null : `计划项 ${entry} 的抽取数没有按比例分到各层`;
}

/** What in a frozen record of the right shape contradicts itself, in words, or null. */
export function findContradiction(record: FrozenRecord): string | null {
  const { entries, parties, subjects, excluded, inspectors } = record;
  const sizes = countStrata(subjects, entries.length);
  if (!sizes || excluded.some(({ entry }) => entry >= entries.length)) return '名单提到了记录里没有的计划项';
  if (new Set(entries.map(({ entry }) => entry)).size < entries.length) return '同一个计划项列了两次';
  if (new Set(parties).size < parties.length) return '同一个参与方列了两次';
  const twice = repeated(subjects) ?? repeated(inspectors);
  if (twice !== null) return `${twice} 在名单里出现了两次`;
  for (const [index, entry] of entries.entries()) {
    const fault = faultOfEntry(entry, sizes[index] ?? new Map());
    if (fault !== null) return fault;
  }
  return null;
}
