'use server';

import { formAction } from '#platform/form-action.ts';
import { officeScope } from '#platform/scope.ts';
import { decideProposal } from './commands/decide-proposal.ts';
import { requestRun, stopRun } from './commands/request-run.ts';
import { mergeDecision, runId, runRequest } from './schema.ts';

export const runMergeAction = formAction({
  name: 'merge.run',
  permission: 'merge.run',
  scope: officeScope,
  input: runRequest,
  command: requestRun,
  then: () => null,
});

export const stopMergeAction = formAction({
  name: 'merge.stop',
  permission: 'merge.stop',
  scope: officeScope,
  input: runId,
  command: stopRun,
  then: () => null,
});

export const decideMergeAction = formAction({
  name: 'merge.decide',
  permission: 'merge.decide',
  scope: officeScope,
  input: mergeDecision,
  command: decideProposal,
  then: () => null,
});
