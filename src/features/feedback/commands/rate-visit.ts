import 'server-only';
import { randomBytes } from 'node:crypto';
import { computeDue } from '#domain/calendar/working-day.ts';
import { encodePublicCode } from '#domain/inspection/public-code.ts';
import { raiseAlert } from '#features/conduct/commands/raise-alert.ts';
import { advanceFiling } from '#features/visit/commands/advance-filing.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import type { Tx } from '#platform/db.ts';
import { hashText, newId } from '#platform/entropy.ts';
import { readLinkHash } from '#platform/link-cookie.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import { takePoint } from '#platform/rate-limit.ts';
import { callerAddress } from '#platform/request.ts';
import type { PublicScope } from '#platform/scope.ts';
import { lockInvitation, type OpenInvitation } from '../queries/find-invitation.ts';
import { loadRatingClock } from '../queries/load-rating-clock.ts';
import type { Rating } from '../schema.ts';
import { sayWait } from './open-rating.ts';

export type WeighedRating = { readonly rating: Rating; readonly tokenHash: string | null; readonly wait: number | null };

/** Takes a point for the address, and the token's hash from the browser that opened the link. */
export async function weighRating(rating: Rating): Promise<WeighedRating> {
  return { rating, tokenHash: await readLinkHash(), wait: await takePoint('ratingAddress', await callerAddress()) };
}

/** 16 characters to be kept by whoever answered; 80 bits. */
export const newReceiptCode = (): string => encodePublicCode(randomBytes(17)).slice(0, 16);
export const groupReceipt = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code;

function refuse({ rating, wait }: WeighedRating, invitation: OpenInvitation | null): Outcome<never> | null {
  if (wait !== null) return stale(sayWait(wait));
  const part = invitation?.agencies.find(({ code }) => code === rating.agency);
  if (!invitation || invitation.districtCode !== rating.district || !part) return notFound();
  if (part.answered) return stale('这家单位已经评过了，一次检查评价一次。');
  if (invitation.isOver || invitation.status === 'closed') return stale('这次评价已经截止。');
  return null;
}

const noticeTo = (id: string, text: string): Notice => ({
  ...{ to: { roles: ['officeClerk', 'officeDirector'] }, text, href: `/feedback/${id}` },
});

/** The office hears at once of a conduct that must never be, and of whoever was dissatisfied; agencies never do. */
async function followUp(context: Command<PublicScope>, rating: Rating, at: { id: string; filing: string }): Promise<Notice[]> {
  const { tx } = context;
  const { conduct, district: districtCode, overall } = rating;
  const { calendar, today, callbackDays } = await loadRatingClock(districtCode, tx);
  const isBad = conduct.length > 0;
  if (isBad)
    await raiseAlert(tx, { districtCode, kind: 'badConduct', dedupe: at.id, filingId: at.filing, facts: { 勾选的情形: conduct.length } });
  if (overall !== 'dissatisfied' && !isBad) return [];
  const dueDay = new Date(computeDue(calendar, today, callbackDays).day);
  await tx.callbackTask.create({ data: { feedbackId: at.id, districtCode, raisedAt: context.now, dueDay } });
  return [noticeTo(at.id, isBad ? '一份评价勾选了不该有的情形，请核实' : '一家企业对检查不满意，请回访')];
}

async function store(tx: Tx, rating: Rating, more: { id: string; filing: string; receipt: string; today: string }): Promise<void> {
  const { district: districtCode, agency: agencyCode, ...answers } = rating;
  const { id, filing: filingId, receipt, today } = more;
  await tx.feedback.create({
    data: { ...answers, id, districtCode, agencyCode, filingId, receiptHash: hashText(receipt), answeredOn: new Date(today) },
  });
}

/** Once every agency has its rating or never came, the invitation has done its work; one that has yet to leave is rated later. */
async function finish(
  tx: Tx,
  { filing, agencies, awaited }: OpenInvitation,
  { rated, now }: { rated: string; now: Date },
): Promise<boolean> {
  const left = agencies.filter(({ code, answered }) => !answered && code !== rated).length;
  if (left + awaited > 0) return false;
  await tx.feedbackInvitation.updateMany({
    where: { filingId: filing, status: { in: ['due', 'invited'] } },
    data: { status: 'answered', answeredAt: now },
  });
  await advanceFiling(tx, filing);
  return true;
}

/** Takes one agency's rating, once: of two at once the second is told so. The row holds no token, the log no answer. */
export async function rateVisit(context: Command<PublicScope>, weighed: WeighedRating): Promise<Outcome<{ receipt: string }>> {
  const { tx, now, record } = context;
  const { rating, tokenHash } = weighed;
  const invitation = tokenHash === null ? null : await lockInvitation(tx, tokenHash);
  const refused = refuse(weighed, invitation);
  if (refused || !invitation) return refused ?? notFound();
  const [id, receipt] = [newId(), newReceiptCode()];
  const { today } = await loadRatingClock(rating.district, tx);
  await store(tx, rating, { id, filing: invitation.filing, receipt, today });
  const notices = await followUp(context, rating, { id, filing: invitation.filing });
  await finish(tx, invitation, { rated: rating.agency, now });
  record('feedback.given', id, { notices });
  return ok({ receipt: groupReceipt(receipt) });
}
