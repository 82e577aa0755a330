import type { RuleId } from '#domain/law/verdict.ts';
import type { EntryRule } from './entry-rule.ts';
import { drawn } from './rules/drawn.ts';
import { eligibleSubject } from './rules/eligible-subject.ts';
import { filedBefore } from './rules/filed-before.ts';
import { frequencyCap } from './rules/frequency-cap.ts';
import { internalApproval } from './rules/internal-approval.ts';
import { interval } from './rules/interval.ts';
import { joint } from './rules/joint.ts';
import { planned } from './rules/planned.ts';
import { publishedMatter } from './rules/published-matter.ts';
import { quietDay } from './rules/quiet-day.ts';
import { sameMatterOnce } from './rules/same-matter-once.ts';
import { territoryNotice } from './rules/territory-notice.ts';
import { trigger } from './rules/trigger.ts';
import { twoOfficers } from './rules/two-officers.ts';
import { whiteList } from './rules/white-list.ts';

/** Every entry rule, in the order in which people read them. */
export const entryRules: readonly EntryRule[] = [
  eligibleSubject,
  publishedMatter,
  planned,
  drawn,
  trigger,
  quietDay,
  filedBefore,
  twoOfficers,
  joint,
  sameMatterOnce,
  frequencyCap,
  interval,
  whiteList,
  internalApproval,
  territoryNotice,
];

/** The rule's short Chinese name. */
export function titleOfRule(id: RuleId): string {
  return entryRules.find((rule) => rule.id === id)?.title ?? id;
}
