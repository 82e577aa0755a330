'use server';

import { formAction } from '#platform/form-action.ts';
import { agencyScope, inspectorScope } from '#platform/scope.ts';
import { issueLetter } from './commands/issue-letter.ts';
import { recordFindings } from './commands/note-finding.ts';
import { publishLetter, withdrawLetter } from './commands/publish-letter.ts';
import { recheckRectification, reportRectification, startRecheck } from './commands/rectify.ts';
import { findingsForm, letterRef, letterWithdrawal, recheckStart, rectificationRecheck, rectificationReport } from './schema.ts';

export const recordFindingsAction = formAction({
  name: 'finding.record',
  permission: 'finding.record',
  scope: (actor) => agencyScope(actor) ?? inspectorScope(actor),
  input: findingsForm,
  command: recordFindings,
  then: () => null,
});

export const issueLetterAction = formAction({
  name: 'letter.issue',
  permission: 'letter.issue',
  scope: (actor) => agencyScope(actor) ?? inspectorScope(actor),
  input: letterRef,
  command: issueLetter,
  then: () => null,
});

export const publishLetterAction = formAction({
  name: 'letter.publish',
  permission: 'letter.publish',
  scope: agencyScope,
  input: letterRef,
  command: publishLetter,
  then: () => null,
});

export const withdrawLetterAction = formAction({
  name: 'letter.withdraw',
  permission: 'letter.withdraw',
  scope: agencyScope,
  input: letterWithdrawal,
  command: withdrawLetter,
  then: () => null,
});

export const reportRectificationAction = formAction({
  name: 'rectification.report',
  permission: 'rectification.report',
  scope: agencyScope,
  input: rectificationReport,
  command: reportRectification,
  then: () => null,
});

export const recheckRectificationAction = formAction({
  name: 'rectification.recheck',
  permission: 'rectification.recheck',
  scope: (actor) => agencyScope(actor) ?? inspectorScope(actor),
  input: rectificationRecheck,
  command: recheckRectification,
  then: () => null,
});

export const startRecheckAction = formAction({
  name: 'rectification.startRecheck',
  permission: 'draft.save',
  scope: agencyScope,
  input: recheckStart,
  command: startRecheck,
  then: ({ draft }) => `/filings/drafts/${draft}`,
});
