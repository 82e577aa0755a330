'use server';

import { formAction } from '#platform/form-action.ts';
import { agencyScope, officeScope } from '#platform/scope.ts';
import { decideProposal } from './commands/decide-proposal.ts';
import { proposeAddition, proposeChange, proposeWithdrawal } from './commands/propose-matter.ts';
import { matterAddition, matterChange, matterWithdrawal, proposalDecision } from './schema.ts';

export const proposeAdditionAction = formAction({
  name: 'matter.proposeAddition',
  permission: 'matter.propose',
  scope: agencyScope,
  input: matterAddition,
  command: proposeAddition,
  then: ({ proposal }) => `/matters/proposals/${proposal}`,
});

export const proposeChangeAction = formAction({
  name: 'matter.proposeChange',
  permission: 'matter.propose',
  scope: agencyScope,
  input: matterChange,
  command: proposeChange,
  then: ({ proposal }) => `/matters/proposals/${proposal}`,
});

export const proposeWithdrawalAction = formAction({
  name: 'matter.proposeWithdrawal',
  permission: 'matter.propose',
  scope: agencyScope,
  input: matterWithdrawal,
  command: proposeWithdrawal,
  then: ({ proposal }) => `/matters/proposals/${proposal}`,
});

export const decideProposalAction = formAction({
  name: 'matter.decide',
  permission: 'matter.decide',
  scope: officeScope,
  input: proposalDecision,
  command: decideProposal,
  then: () => null,
});
