import { answerReportAction, raiseReportAction } from '#features/door-report/actions.ts';
import * as feedback from '#features/feedback/actions.ts';
import { resendAllAction, resendMessageAction } from '#features/outbox/actions.ts';
import type { Door } from '../doors.ts';
import { ratingForm } from '../ratings.ts';

const receipt = '0000-0000-0000-0000';

/** Ratings, call-backs, reports from the door and messages. Whoever holds a link or stands at the door needs no account. */
export const feedbackDoors: Readonly<Record<string, Door>> = {
  'feedback.open': { action: feedback.openRatingAction, fields: () => ({ token: 'x'.repeat(43) }), foreign: 'ownThings' },
  'feedback.give': { action: feedback.rateVisitAction, fields: ({ agency }) => ratingForm(agency), foreign: 'ownThings' },
  'receipt.look': { action: feedback.lookReceiptAction, fields: () => ({ receipt }), foreign: 'ownThings' },
  'doorReport.raise': {
    action: raiseReportAction,
    fields: () => ({ kind: 'question', district: '000000', text: '问', phone: '19900000000' }),
    foreign: 'ownThings',
  },
  'feedback.invite': { action: feedback.inviteVisitAction, fields: ({ leftFiling }) => ({ filing: leftFiling }), foreign: 'notFound' },
  'callback.record': {
    action: feedback.recordCallbackAction,
    fields: ({ answer }) => ({ feedback: answer, result: 'noAnswer', note: '理由' }),
    foreign: 'notFound',
  },
  'doorReport.answer': { action: answerReportAction, fields: ({ report }) => ({ report, answer: '理由' }), foreign: 'notFound' },
  'outbox.resend': { action: resendMessageAction, fields: ({ unsentMessage }) => ({ message: unsentMessage }), foreign: 'notFound' },
  'outbox.resendAll': { action: resendAllAction, fields: () => ({}), foreign: 'ownThings' },
};
