import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import { computeFeedbackClock, countDueReminders, type FeedbackClock, lastDayOf } from '#domain/feedback/clock.ts';
import { queueMessage } from '#features/outbox/commands/queue-message.ts';
import { advanceFiling } from '#features/visit/commands/advance-filing.ts';
import type { Command } from '#platform/command.ts';
import type { Tx } from '#platform/db.ts';
import { idOfName } from '#platform/entropy.ts';
import { hashLinkToken } from '#platform/link-token.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope, SystemScope } from '#platform/scope.ts';
import { findVisit, type RatedVisit } from '../queries/find-visit.ts';
import { loadRatingClock } from '../queries/load-rating-clock.ts';

/** What the log calls an invitation: never the filing, whose history agencies read. */
export const invitationSubject = (filing: string): string => idOfName(`feedback.invitation/${filing}`);

type Step = { readonly visit: RatedVisit; readonly clock: FeedbackClock };

/** Writes to the enterprise, by every way that is known; gives how many messages. The link is made when they are sent. */
async function tellEnterprise(tx: Tx, { visit, clock }: Step, template: 'rateInvited' | 'rateReminded'): Promise<number> {
  const { filing, districtCode, endedAt, agencies, office, phone, mail } = visit;
  const day = dayOf(endedAt);
  const params = { filing, office, day: sayDay(day, day), agencies: agencies.join('、'), lastDay: sayDay(lastDayOf(clock.closesAt), day) };
  const message = { districtCode, template, params };
  if (phone) await queueMessage(tx, { ...message, channel: 'sms', recipient: phone });
  if (mail) await queueMessage(tx, { ...message, channel: 'mail', recipient: mail });
  return Number(phone !== '') + Number(mail !== '');
}

async function make(tx: Tx, { filing, districtCode }: RatedVisit, { dueAt, closesAt }: FeedbackClock): Promise<void> {
  await tx.feedbackInvitation.create({
    data: { filingId: filing, districtCode, tokenHash: hashLinkToken('rate', filing), dueAt, closesAt },
  });
}

/** Reminders that would have been due before the invitation went out are not caught up on. */
async function invite({ tx, now, record }: Command<SystemScope | OfficeScope>, { visit, clock }: Step): Promise<void> {
  const where = { filingId: visit.filing, status: { in: ['due' as const, 'invited' as const, 'answered' as const] } };
  const reminders = countDueReminders(clock, now);
  await tx.feedbackInvitation.updateMany({ where, data: { status: 'invited', invitedAt: now, answeredAt: null, reminders } });
  record('feedback.invited', invitationSubject(visit.filing), { messages: await tellEnterprise(tx, { visit, clock }, 'rateInvited') });
}

async function remind({ tx, record }: Command<SystemScope>, { visit, clock }: Step, reminders: number): Promise<void> {
  await tx.feedbackInvitation.updateMany({ where: { filingId: visit.filing, status: 'invited' }, data: { reminders } });
  record('feedback.reminded', invitationSubject(visit.filing), { messages: await tellEnterprise(tx, { visit, clock }, 'rateReminded') });
}

async function close({ tx, record }: Command<SystemScope>, { filing }: RatedVisit): Promise<void> {
  await tx.feedbackInvitation.updateMany({ where: { filingId: filing, status: { in: ['due', 'invited'] } }, data: { status: 'closed' } });
  await advanceFiling(tx, filing);
  record('feedback.closed', invitationSubject(filing));
}

/** Those who were still awaited never came: nothing is left to be rated. */
async function end({ tx, now, record }: Command<SystemScope>, { filing }: RatedVisit): Promise<void> {
  const where = { filingId: filing, status: 'invited' as const };
  await tx.feedbackInvitation.updateMany({ where, data: { status: 'answered', answeredAt: now } });
  await advanceFiling(tx, filing);
  record('feedback.ended', invitationSubject(filing));
}

/** Ended for good: an agency that left after the others were rated opens the rating again until it closes. */
const isDone = ({ status, unrated }: RatedVisit, isOver: boolean): boolean =>
  status === 'closed' || (status === 'answered' && (isOver || unrated === 0));

/** Whatever the clock asks for of one visit's rating: make, close, end, invite (once more) or remind; nothing twice. */
export async function stepFeedback(context: Command<SystemScope>, { filing }: { filing: string }): Promise<Outcome<null>> {
  const { tx, scope, now, record } = context;
  const visit = await findVisit(tx, scope.districtCode, filing);
  if (!visit) return notFound();
  const clock = computeFeedbackClock(visit.endedAt, (await loadRatingClock(scope.districtCode, tx)).invites);
  const { status, reminders, unrated, awaited } = visit;
  const due = countDueReminders(clock, now);
  const isOver = now >= (visit.closesAt ?? clock.closesAt);
  if (status === null) {
    await make(tx, visit, clock);
    record('feedback.scheduled', invitationSubject(filing), { dueAt: clock.dueAt });
  } else if (isDone(visit, isOver)) return stale('评价已经结束。');
  else if (isOver) await close(context, visit);
  else if (status === 'invited' && unrated + awaited === 0) await end(context, visit);
  else if (status === 'answered' || (status === 'due' && now >= clock.dueAt)) await invite(context, { visit, clock });
  else if (status === 'invited' && reminders < due) await remind(context, { visit, clock }, due);
  else return stale('还没有到时间。');
  return ok(null);
}

/** The office invites at once, or sends the invitation once more. */
export async function inviteVisit(context: Command<OfficeScope>, { filing }: { filing: string }): Promise<Outcome<null>> {
  const { tx, scope, now } = context;
  const visit = await findVisit(tx, scope.districtCode, filing);
  if (!visit) return notFound();
  if (isDone(visit, false)) return stale('这次检查的评价已经结束。');
  const clock = computeFeedbackClock(visit.endedAt, (await loadRatingClock(scope.districtCode, tx)).invites);
  if (now >= clock.closesAt) return stale('这次检查的评价已经截止。');
  if (visit.status === null) await make(tx, visit, clock);
  await invite(context, { visit, clock });
  return ok(null);
}
