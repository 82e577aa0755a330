import { computeDue } from '#domain/calendar/working-day.ts';
import { demoAccounts } from '../accounts.data.ts';
import type { FilingDraft } from '../builders/filing-draft.ts';
import { at, type Story, workingDayBefore } from './story.ts';

/** Held since some working days before today; the office has as long as the policy says. */
export function asHeld(story: Story, draft: FilingDraft, daysAgo: number): FilingDraft {
  const day = workingDayBefore(story.calendar, story.today, daysAgo);
  const heldAt = at(day, '16:05');
  const due = computeDue(story.calendar, day, story.district.policy.officeHandlingWorkingDays.value);
  return { ...draft, status: 'held', submittedAt: at(day, '14:20'), approvedAt: heldAt, held: { at: heldAt, dueDay: due.day } };
}

function clerkOf(story: Story): string {
  return demoAccounts.find((one) => one.districtCode === story.districtCode && one.role === 'officeClerk')?.username ?? '';
}

/** Held three working days ago, decided on the next. */
export function asDecided(
  story: Story,
  draft: FilingDraft,
  opinion: { status: 'filedWithCondition' | 'returned'; remark: string },
): FilingDraft {
  const decidedAt = at(workingDayBefore(story.calendar, story.today, 2), '11:10');
  return { ...asHeld(story, draft, 3), ...opinion, decided: { by: clerkOf(story), at: decidedAt }, filedAt: decidedAt };
}
