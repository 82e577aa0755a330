import { computeDue } from '#domain/calendar/working-day.ts';
import type { Finding } from '#domain/law/verdict.ts';
import { demoAccounts } from '../accounts.data.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { tell } from './findings.ts';
import { at, type Story, workingDayBefore } from './story.ts';

/** Why a visit over the cap waits for the office. */
export function tellOverCap(story: Story, reason: string): Finding {
  return tell(story, 'frequency-cap', {
    outcome: 'held',
    source: 'frequencyCap',
    title: '超过本年频次上限，附有理由',
    say: '本单位本年对这家企业的检查已到上限，理由转营商办处理。',
    facts: { 本年已查: '1 次', 上限: '1 次', 理由: reason },
  });
}

/** Held since some working days before today; the office has as long as the policy says. */
export function asHeld(story: Story, draft: FilingDraft, wait: { daysAgo: number; finding: Finding }): FilingDraft {
  const day = workingDayBefore(story.calendar, story.today, wait.daysAgo);
  const heldAt = at(day, '16:05');
  const due = computeDue(story.calendar, day, story.district.policy.officeHandlingWorkingDays.value);
  return {
    ...draft,
    status: 'held',
    submittedAt: at(day, '14:20'),
    approvedAt: heldAt,
    held: { at: heldAt, dueDay: due.day },
    verdict: { kind: 'held', findings: [wait.finding] },
  };
}

function clerkOf(story: Story): string {
  return demoAccounts.find((one) => one.districtCode === story.districtCode && one.role === 'officeClerk')?.username ?? '';
}

function decide(story: Story, draft: FilingDraft, reason: string): FilingDraft {
  const held = asHeld(story, draft, { daysAgo: 3, finding: tellOverCap(story, reason) });
  const decidedAt = at(workingDayBefore(story.calendar, story.today, 2), '11:10');
  return { ...held, overCapReason: reason, decided: { by: clerkOf(story), at: decidedAt }, filedAt: decidedAt };
}

/** Held for a reason, then filed with a condition. */
export function asWithCondition(story: Story, draft: FilingDraft): FilingDraft {
  const decided = decide(story, draft, '上次检查发现的问题需现场核对整改');
  return { ...decided, status: 'filedWithCondition', remark: '限备案事项，时长不超过 2 小时' };
}

/** Held for a reason that did not convince. */
export function asReturned(story: Story, draft: FilingDraft): FilingDraft {
  return { ...decide(story, draft, '本年任务需要'), status: 'returned', remark: '理由不充分，请补充依据后重新送批' };
}
