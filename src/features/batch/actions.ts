'use server';

import { formAction } from '#platform/form-action.ts';
import { agencyScope } from '#platform/scope.ts';
import { discardBatch, keepBatch } from './commands/keep-batch.ts';
import { approveBatch, sendBatch } from './commands/send-batch.ts';
import { startBatch } from './commands/start-batch.ts';
import { batchForm, batchId, batchStart } from './schema.ts';

export const startBatchAction = formAction({
  name: 'batch.start',
  permission: 'batch.keep',
  scope: agencyScope,
  input: batchStart,
  command: startBatch,
  then: ({ batch }) => `/filings/batches/${batch}`,
});

export const keepBatchAction = formAction({
  name: 'batch.keep',
  permission: 'batch.keep',
  scope: agencyScope,
  input: batchForm,
  command: keepBatch,
  then: () => null,
});

export const discardBatchAction = formAction({
  name: 'batch.discard',
  permission: 'batch.keep',
  scope: agencyScope,
  input: batchId,
  command: discardBatch,
  then: () => '/filings/batches',
});

export const sendBatchAction = formAction({
  name: 'batch.send',
  permission: 'batch.send',
  scope: agencyScope,
  input: batchForm,
  command: sendBatch,
  then: () => null,
});

export const approveBatchAction = formAction({
  name: 'batch.approve',
  permission: 'filing.approve',
  scope: agencyScope,
  input: batchId,
  command: approveBatch,
  then: () => null,
});
