import { daysBetween } from '#domain/calendar/local-day.ts';
import type { Fix, RuleId } from '#domain/law/verdict.ts';
import type { EntryFacts } from '../facts.ts';
import { neighboursOf } from '../neighbours.ts';
import { firstDay } from '../visit-days.ts';
import { type Interval, isLawful, movedTo } from './lawful.ts';

const wanted = 3;

/** Takes candidates in order until three are lawful. */
function lawfulAmong(facts: EntryFacts, candidates: readonly Interval[], held: ReadonlySet<RuleId>): Interval[] {
  const found: Interval[] = [];
  for (const interval of candidates) {
    if (found.length === wanted) break;
    if (isLawful(movedTo(facts, interval), held)) found.push(interval);
  }
  return found;
}

function noteOf(facts: EntryFacts, interval: Interval, isNearest: boolean): string {
  const neighbours = facts.policy.values.joint.value.kinds.includes(facts.visit.kind) ? neighboursOf(facts) : [];
  const latest = neighbours
    .map((other) => (other.type === 'filing' ? firstDay(other) : other.toDay))
    .sort()
    .at(-1);
  if (latest !== undefined) return latest < firstDay(interval) ? '单独入企，窗口已过' : '单独入企，在联合窗口之前';
  if (isNearest) return '离所选日期最近';
  return `离所选日期 ${Math.abs(daysBetween(firstDay(facts.visit), firstDay(interval)))} 天`;
}

/** The nearest three lawful times with the same hours and duration. */
export function proposeSlots(facts: EntryFacts, candidates: readonly Interval[], held: ReadonlySet<RuleId>): Fix[] {
  return lawfulAmong(facts, candidates, held).map(({ start, end }, index) => ({
    kind: 'slot',
    start,
    end,
    note: noteOf(facts, { start, end }, index === 0),
  }));
}
