import type { Citation } from '#domain/law/citation.ts';
import type { Policy } from '#domain/law/policy.ts';
import type { FactsUsed, Finding, Outcome, RuleId } from '#domain/law/verdict.ts';
import type { EntryFacts } from './facts.ts';

/** One rule with everything its four readers need: form preview, command, printed notice and the public page of rules. */
export type EntryRule = {
  readonly id: RuleId;
  /** Short Chinese name. */
  readonly title: string;
  /** Which visits it concerns under this policy, in words; 不适用 where the policy switches it off. */
  applies(policy: Policy): string;
  /** The district's value, in few words. */
  value(policy: Policy): string;
  /** What it asks for, as one plain sentence with the policy's value in it. */
  sentence(policy: Policy): string;
  basis(policy: Policy): Citation;
  judge(facts: EntryFacts): Finding;
};

export type Told = { readonly title: string; readonly say: string; readonly facts: FactsUsed };

/** Gives one rule's findings their id and citation. */
export function findingsOf(rule: RuleId, basis: Citation): (outcome: Outcome, told: Told) => Finding {
  return (outcome, told) => ({ rule, outcome, ...told, basis });
}
