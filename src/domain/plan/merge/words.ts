import { sayMonths } from '#domain/declaration/period.ts';
import { sayGroup } from '../group-words.ts';
import { type Instance, lineAt } from './instance.ts';
import type { MergeLine } from './model.ts';
import { maskOf, monthsIn } from './months.ts';
import type { Joint } from './read-plan.ts';

const title = ({ title: name }: MergeLine) => `「${name}」`;

function sayRelation(lines: readonly MergeLine[]): string {
  const [first] = lines;
  const isOne = ({ agency, competence }: MergeLine) => agency === first?.agency && competence === first?.competence;
  if (lines.every(isOne)) return '同一单位、同一执法范围的事项，均须入企';
  const group = first?.group ?? '';
  if (lines.every((line) => line.group === group)) return `同属${sayGroup(group)}事项组，均须入企`;
  return '同一事项组，或同一单位同一执法范围的事项，均须入企';
}

function sayTime(lines: readonly MergeLine[], { months }: Joint): string[] {
  const words = sayMonths(monthsIn(months));
  const moved = lines.filter((line) => (maskOf(line.months) & months) !== months);
  const fixed = moved.map((line) => `${title(line)}自主开展，从 ${sayMonths(line.months)}移到 ${words}`);
  return fixed.length === 0 ? [`时间都含 ${words}`] : fixed;
}

function sayTargets(instance: Instance, { lines, before, after }: Joint): string {
  const [largest] = [...lines].sort((a, b) => lineAt(instance, b).count - lineAt(instance, a).count || a - b);
  const line = lineAt(instance, largest ?? 0);
  if (line.targets.kind === 'listed') return `名单重叠，可少 ${before - after} 次重复入企`;
  return `对象重叠，其余各行尽量在${title(line)}抽中的 ${line.count} 家内检查`;
}

function saySize(instance: Instance, lines: readonly MergeLine[]): string {
  const { matterMinutes, visitMinutes, agenciesPerVisit } = instance.settings;
  const agencies = new Set(lines.map(({ agency }) => agency)).size;
  return `${lines.length} 个事项约 ${lines.length * matterMinutes} 分钟（上限 ${visitMinutes}），${agencies} 个单位（上限 ${agenciesPerVisit}）`;
}

/** Why these lines fit together, in sentences for a clerk. */
export function sayFits(instance: Instance, joint: Joint): string[] {
  const lines = joint.lines.map((line) => lineAt(instance, line));
  return [sayRelation(lines), ...sayTime(lines, joint), sayTargets(instance, joint), saySize(instance, lines)];
}

/** Why the entry needs more visits than its largest line alone. */
export function sayShort(instance: Instance, { lines, after, bound }: Joint): string[] {
  if (after <= bound) return [];
  const [largest] = [...lines].sort((a, b) => lineAt(instance, b).count - lineAt(instance, a).count || a - b);
  const anchor = lineAt(instance, largest ?? 0);
  if (anchor.targets.kind === 'listed') return [`${after - bound} 家只能分开查：时间或人手错不开，或另与别的行同查更省`];
  const outside = lines.flatMap((line) => {
    const rest = lineAt(instance, line).count - instance.shared(line, largest ?? 0);
    return line !== largest && rest > 0 ? [`${title(lineAt(instance, line))}有 ${rest} 家不在${title(anchor)}的对象内，须另查`] : [];
  });
  return outside.length > 0 ? outside : [`各行抽查的对象不能都在${title(anchor)}抽中的企业内，多 ${after - bound} 家`];
}
