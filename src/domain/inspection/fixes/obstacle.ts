import { sayDay } from '#domain/calendar/wording.ts';
import type { Fix, RuleId, Verdict } from '#domain/law/verdict.ts';
import type { EntryRule } from '../entry-rule.ts';
import { entryRules } from '../entry-rules.ts';
import type { EntryFacts } from '../facts.ts';
import { computeVisitYear, todayOf } from '../visit-days.ts';
import { horizonDays, type Interval, isForbiddenBy, isRefusedBy, movedTo } from './lawful.ts';

/** Whether another day can change the finding at all. */
const dependsOnDay: Readonly<Record<RuleId, boolean>> = {
  'eligible-subject': false,
  'published-matter': true,
  planned: true,
  drawn: false,
  trigger: false,
  'quiet-day': true,
  'filed-before': true,
  'two-officers': true,
  joint: true,
  'same-matter-once': true,
  'frequency-cap': true,
  interval: true,
  'white-list': false,
  'internal-approval': false,
  'territory-notice': false,
};

const yearly: readonly RuleId[] = ['same-matter-once', 'frequency-cap'];

function noteForNever(facts: EntryFacts, rule: EntryRule): string {
  if (!dependsOnDay[rule.id]) return `换日期不能解决，先改正“${rule.title}”`;
  if (yearly.includes(rule.id)) {
    const next = sayDay(`${computeVisitYear(facts.visit) + 1}-01-01`, todayOf(facts));
    return `${horizonDays} 天内都不符合“${rule.title}”，${next}起重新计算`;
  }
  return `${horizonDays} 天内都不符合“${rule.title}”`;
}

/** The rule that most often refuses the days on which the ground itself is lifted. */
function counterpartOf(lifted: readonly EntryFacts[], held: ReadonlySet<RuleId>): EntryRule | undefined {
  const counts = entryRules.map((rule) => ({ rule, refused: lifted.filter((moved) => isRefusedBy(rule, moved, held)).length }));
  return counts.sort((one, other) => other.refused - one.refused)[0]?.rule;
}

/** When no day is lawful: the ground that never lifts, or the one that lifts least and what stands against it then. */
export function nameObstacle(
  facts: EntryFacts,
  verdict: Verdict,
  scope: { candidates: readonly Interval[]; held: ReadonlySet<RuleId> },
): Fix[] {
  const moved = scope.candidates.map((interval) => movedTo(facts, interval));
  const ranked = entryRules
    .filter((rule) => isForbiddenBy(verdict, rule.id) && rule.id !== 'internal-approval')
    .map((rule) => ({ rule, lifted: moved.filter((each) => !isRefusedBy(rule, each, scope.held)) }))
    .sort((one, other) => one.lifted.length - other.lifted.length);
  const worst = ranked[0];
  if (!worst) return [];
  if (worst.lifted.length === 0) return [{ kind: 'none', rule: worst.rule.id, note: noteForNever(facts, worst.rule) }];
  const against = counterpartOf(worst.lifted, scope.held);
  const note = `${horizonDays} 天内符合“${worst.rule.title}”的日子都不符合“${against?.title ?? ''}”`;
  return [{ kind: 'none', rule: worst.rule.id, note }];
}
