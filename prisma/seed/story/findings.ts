import type { PolicyKey } from '#domain/law/policy.ts';
import type { Finding, RuleId } from '#domain/law/verdict.ts';
import type { Story } from './story.ts';

type Told = Pick<Finding, 'title' | 'say' | 'facts'>;

/** A finding as the story tells it, with the source that the district's policy gives for it. */
export function tell(story: Story, rule: RuleId, told: Told & { outcome: Finding['outcome']; source: PolicyKey }): Finding {
  const { source, ...finding } = told;
  return { rule, ...finding, basis: story.district.policy[source].basis };
}

export function tellExempt(story: Story, day: string): Finding {
  return tell(story, 'quiet-day', {
    outcome: 'exempt',
    source: 'quietDays',
    title: '宁静日，特殊行业、重点领域除外',
    say: `${sayDay(day)}是宁静日，事项属于特殊行业、重点领域，可以入企。`,
    facts: { 日期: sayDay(day), 例外: '特殊行业、重点领域' },
  });
}

/** 9月17日 */
export function sayDay(day: string): string {
  return `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;
}
