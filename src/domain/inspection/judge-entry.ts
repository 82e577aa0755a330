import { nameOfPolicy } from '#domain/law/policy.ts';
import { strictest, type Verdict } from '#domain/law/verdict.ts';
import { entryRules } from './entry-rules.ts';
import type { EntryFacts } from './facts.ts';

/** Judges one visit by every rule; all findings come back, fixes are proposed apart because only a refusal needs them. */
export function judgeEntry(facts: EntryFacts): Verdict {
  const findings = entryRules.map((rule) => rule.judge(facts));
  return { kind: strictest(findings), policy: nameOfPolicy(facts.policy), findings, fixes: [] };
}
