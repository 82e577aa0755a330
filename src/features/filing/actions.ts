'use server';

import { formAction } from '#platform/form-action.ts';
import { agencyScope, officeScope } from '#platform/scope.ts';
import { approveFiling, returnFiling } from './commands/approve-filing.ts';
import { decideFiling, revokeFiling } from './commands/decide-filing.ts';
import { discardDraft, saveDraft, startDraft } from './commands/keep-draft.ts';
import { submitFiling } from './commands/submit-filing.ts';
import { reviseFiling, withdrawFiling } from './commands/withdraw-filing.ts';
import { draftForm, draftId, draftStart, filingDecision, filingId, reasonedFiling } from './schema.ts';

export const startDraftAction = formAction({
  name: 'draft.start',
  permission: 'draft.save',
  scope: agencyScope,
  input: draftStart,
  command: startDraft,
  then: ({ draft }) => `/filings/drafts/${draft}`,
});

export const saveDraftAction = formAction({
  name: 'draft.save',
  permission: 'draft.save',
  scope: agencyScope,
  input: draftForm,
  command: saveDraft,
  then: () => null,
});

export const discardDraftAction = formAction({
  name: 'draft.discard',
  permission: 'draft.discard',
  scope: agencyScope,
  input: draftId,
  command: discardDraft,
  then: () => '/filings',
});

export const submitFilingAction = formAction({
  name: 'filing.submit',
  permission: 'filing.submit',
  scope: agencyScope,
  input: draftForm,
  command: submitFiling,
  then: ({ id }) => `/filings/${id}`,
});

export const approveFilingAction = formAction({
  name: 'filing.approve',
  permission: 'filing.approve',
  scope: agencyScope,
  input: filingId,
  command: approveFiling,
  then: () => null,
});

export const returnFilingAction = formAction({
  name: 'filing.returnToFiler',
  permission: 'filing.returnToFiler',
  scope: agencyScope,
  input: reasonedFiling,
  command: returnFiling,
  then: () => null,
});

export const decideFilingAction = formAction({
  name: 'filing.decide',
  permission: 'filing.decide',
  scope: officeScope,
  input: filingDecision,
  command: decideFiling,
  then: () => null,
});

export const revokeFilingAction = formAction({
  name: 'filing.revoke',
  permission: 'filing.revoke',
  scope: officeScope,
  input: reasonedFiling,
  command: revokeFiling,
  then: () => null,
});

export const withdrawFilingAction = formAction({
  name: 'filing.withdraw',
  permission: 'filing.withdraw',
  scope: agencyScope,
  input: reasonedFiling,
  command: withdrawFiling,
  then: () => null,
});

export const reviseFilingAction = formAction({
  name: 'filing.revise',
  permission: 'draft.save',
  scope: agencyScope,
  input: filingId,
  command: reviseFiling,
  then: ({ draft }) => `/filings/drafts/${draft}`,
});
