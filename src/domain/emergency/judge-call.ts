import { entryRules } from '../inspection/entry-rules.ts';
import type { EntryFacts } from '../inspection/facts.ts';
import { nameOfPolicy } from '../law/policy.ts';
import { type RuleId, strictest, type Verdict } from '../law/verdict.ts';

/** What can be known while the caller is on the line: who inspects, why, with whom, by whose word, and who has to be told. */
const askedAtOnce: readonly RuleId[] = ['eligible-subject', 'trigger', 'two-officers', 'internal-approval', 'territory-notice'];

/** Judges an emergency that was asked for by word of mouth; matters and the rest are judged with the supplement (design: rules.md). */
export function judgeCall(facts: EntryFacts): Verdict {
  const findings = entryRules.filter(({ id }) => askedAtOnce.includes(id)).map((rule) => rule.judge(facts));
  return { kind: strictest(findings), policy: nameOfPolicy(facts.policy), findings, fixes: [] };
}
