'use server';

import { formAction } from '#platform/form-action.ts';
import { agencyScope, officeScope } from '#platform/scope.ts';
import { approveAmendment, returnAmendment, withdrawAmendment } from './commands/approve-amendment.ts';
import { decideAmendment } from './commands/decide-amendment.ts';
import { joinFiling, proposeAmendment } from './commands/propose-amendment.ts';
import { amendForm, amendmentDecision, amendmentId, joinForm, reasonedAmendment } from './schema.ts';

export const proposeAmendmentAction = formAction({
  name: 'amendment.propose',
  permission: 'amendment.propose',
  scope: agencyScope,
  input: amendForm,
  command: proposeAmendment,
  then: ({ filing }) => `/filings/${filing}/amendments`,
});

export const joinFilingAction = formAction({
  name: 'amendment.join',
  permission: 'amendment.join',
  scope: agencyScope,
  input: joinForm,
  command: joinFiling,
  then: ({ filing }) => `/filings/${filing}/amendments`,
});

export const approveAmendmentAction = formAction({
  name: 'amendment.approve',
  permission: 'amendment.approve',
  scope: agencyScope,
  input: amendmentId,
  command: approveAmendment,
  then: ({ filing }) => `/filings/${filing}/amendments`,
});

export const returnAmendmentAction = formAction({
  name: 'amendment.returnToFiler',
  permission: 'amendment.approve',
  scope: agencyScope,
  input: reasonedAmendment,
  command: returnAmendment,
  then: () => null,
});

export const withdrawAmendmentAction = formAction({
  name: 'amendment.withdraw',
  permission: 'amendment.withdraw',
  scope: agencyScope,
  input: amendmentId,
  command: withdrawAmendment,
  then: () => null,
});

export const decideAmendmentAction = formAction({
  name: 'amendment.decide',
  permission: 'amendment.decide',
  scope: officeScope,
  input: amendmentDecision,
  command: decideAmendment,
  then: () => null,
});
