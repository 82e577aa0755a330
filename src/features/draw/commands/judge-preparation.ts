import 'server-only';
import { chooseSample, sayPoolFault } from '#domain/draw/choose-sample.ts';
import type { PublicNumber } from '#domain/draw/record.ts';
import { judgePool } from '#domain/draw/sample.ts';
import { invalid, type Outcome, stale } from '#platform/outcome.ts';
import type { DrawableEntry } from '../queries/gather-entries.ts';
import type { PoolMeasure } from '../queries/gather-pool.ts';
import type { DrawRules } from '../queries/load-rules.ts';

const hour = 3_600_000;

/** Whether the visits of two entries may fall on the same days. */
export function isOverlapping(one: DrawableEntry, other: DrawableEntry): boolean {
  return one.year === other.year && one.fromDay <= other.toDay && other.fromDay <= one.toDay;
}

function faultOfEntry(entry: DrawableEntry, { policy, today }: DrawRules): string | null {
  const isSpecial = entry.matters.length > 0 && entry.matters.every(({ specialField }) => specialField);
  if (!policy.values.drawnKinds.value.includes(entry.kind) || (entry.fullCoverage && isSpecial)) return `${entry.no} 不需要抽取`;
  return entry.toDay < today ? `${entry.no} 的检查时间已过，请先调整计划` : null;
}

/** Why entries cannot be drawn for, alone or together, or null. The first one leads. */
export function refuseEntries(entries: readonly DrawableEntry[], rules: DrawRules): Outcome<never> | null {
  const taken = entries.find(({ live }) => live !== null);
  if (taken) return stale(`计划项 ${taken.no} 已在${taken.live?.no ?? '另一次准备中的抽取'}里，一项只抽一次。请打开那一次继续办理。`);
  const faults = entries.flatMap((entry) => faultOfEntry(entry, rules) ?? []);
  if (faults.length > 0) return invalid({ entry: faults });
  const [lead] = entries;
  const apart = entries.find((entry) => lead && !isOverlapping(lead, entry));
  return apart ? invalid({ also: [`${apart.no} 的检查时间和 ${lead?.no} 不重叠，不能一起抽`] }) : null;
}

/** What has changed since the draw was prepared: places of the plan, days, kinds. `samples`: how many each entry asks for, by its id. */
export function judgeAgain(entries: readonly DrawableEntry[], samples: ReadonlyMap<string, number>, rules: DrawRules): string[] {
  return entries.flatMap((entry) => {
    const [fault, sample] = [faultOfEntry(entry, rules), samples.get(entry.id) ?? 0];
    const over = sample > entry.quota ? [`${entry.no}：现行计划只有 ${entry.quota} 家，不能抽 ${sample} 家，请修改户数`] : [];
    return fault === null ? over : [fault, ...over];
  });
}

const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

/** How many to draw for each entry, or why so many may not be drawn: more than planned, or too many for its pool. */
export function judgeSamples(
  entries: readonly DrawableEntry[],
  { wanted, measure, rules }: { wanted: readonly (number | undefined)[]; measure: PoolMeasure; rules: DrawRules },
): { readonly samples: readonly number[]; readonly faults: readonly string[] } {
  const { draw } = rules.policy.values;
  const sizes = entries.map((_, at) => sum(measure.strata.filter(({ entry }) => entry === at).map(({ size }) => size)));
  const samples = entries.map(({ quota }, at) => wanted[at] ?? chooseSample({ size: sizes[at] ?? 0, quota, draw }));
  const faults = entries.flatMap(({ no, quota }, at) => {
    const asked = { size: sizes[at] ?? 0, sample: samples[at] ?? 0 };
    if (asked.sample > quota) return [`${no}：计划只有 ${quota} 家，不能抽 ${asked.sample} 家`];
    const fault = judgePool({ ...asked, draw });
    return fault ? [`${no}：${sayPoolFault(fault, asked)}`] : [];
  });
  return { samples, faults };
}

/** A public number has to come after the last reveal, so that nobody withholds knowing the outcome. */
export function refuseNumber(number: PublicNumber | null, { rules, now }: { rules: DrawRules; now: Date }): string | null {
  const { objectionHours, commitHours, revealHours } = rules.policy.values.draw.value;
  const hours = objectionHours + commitHours + revealHours;
  if (number === null || Date.parse(number.at) > now.getTime() + hours * hour) return null;
  return `开奖要在揭示全部截止以后。从现在起异议、承诺、揭示共 ${hours} 小时，请选更晚的一期`;
}
