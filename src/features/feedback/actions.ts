'use server';

import { formAction } from '#platform/form-action.ts';
import { officeScope, publicScope } from '#platform/scope.ts';
import { inviteVisit } from './commands/invite-visit.ts';
import { lookReceipt, weighReceipt } from './commands/look-receipt.ts';
import { leadToRating, openRating, weighToken } from './commands/open-rating.ts';
import { rateVisit, weighRating } from './commands/rate-visit.ts';
import { recordCallback } from './commands/record-callback.ts';
import { callback, invitation, rating, ratingToken, receiptLookup } from './schema.ts';

export const openRatingAction = formAction({
  name: 'feedback.open',
  permission: 'public',
  scope: publicScope,
  input: ratingToken,
  prepare: weighToken,
  command: openRating,
  then: leadToRating,
});

export const rateVisitAction = formAction({
  name: 'feedback.give',
  permission: 'public',
  scope: publicScope,
  district: ({ district }) => district,
  input: rating,
  prepare: weighRating,
  command: rateVisit,
  then: ({ receipt }) => ({ shown: receipt }),
});

export const lookReceiptAction = formAction({
  name: 'receipt.look',
  permission: 'public',
  scope: publicScope,
  input: receiptLookup,
  prepare: weighReceipt,
  command: lookReceipt,
  then: ({ say }) => ({ shown: say }),
});

export const inviteVisitAction = formAction({
  name: 'feedback.invite',
  permission: 'feedback.invite',
  scope: officeScope,
  input: invitation,
  command: inviteVisit,
  then: () => null,
});

export const recordCallbackAction = formAction({
  name: 'callback.record',
  permission: 'callback.record',
  scope: officeScope,
  input: callback,
  command: recordCallback,
  then: () => null,
});
