import type { RuleId, Verdict } from '#domain/law/verdict.ts';
import type { EntryRule } from '../entry-rule.ts';
import { entryRules } from '../entry-rules.ts';
import type { EntryFacts } from '../facts.ts';

export type Interval = { readonly start: Date; readonly end: Date };

/** How far from now and from the day asked for other days are looked at. */
export const horizonDays = 120;

/** The same facts at another time; the head has yet to approve a new date, so approval is taken as still to come. */
export function movedTo(facts: EntryFacts, interval: Interval): EntryFacts {
  const { start, end } = interval;
  return { ...facts, visit: { ...facts.visit, start, end }, approval: { state: 'pending' } };
}

/** Rules that already hold the visit: a proposal may leave these to the office, but bring no new one. */
export function heldRules(verdict: Verdict): ReadonlySet<RuleId> {
  return new Set(verdict.findings.filter((finding) => finding.outcome === 'held').map((finding) => finding.rule));
}

/** Whether one rule stands in the way of a proposal. */
export function isRefusedBy(rule: EntryRule, facts: EntryFacts, held: ReadonlySet<RuleId>): boolean {
  const { outcome } = rule.judge(facts);
  return outcome === 'forbidden' || (outcome === 'held' && !held.has(rule.id));
}

/** Whether the visit would be neither refused nor newly held; stops at the first rule that refuses. */
export function isLawful(facts: EntryFacts, held: ReadonlySet<RuleId>): boolean {
  return !entryRules.some((rule) => isRefusedBy(rule, facts, held));
}

/** Whether this rule forbids in the verdict. */
export function isForbiddenBy(verdict: Verdict, rule: RuleId): boolean {
  return verdict.findings.some((finding) => finding.rule === rule && finding.outcome === 'forbidden');
}
