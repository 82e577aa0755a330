'use server';

import { formAction } from '#platform/form-action.ts';
import { adminScope } from '#platform/scope.ts';
import { createWebhook, redeliver, revokeWebhook } from './commands/keep-webhooks.ts';
import { deliveryId, webhookCreation, webhookId } from './schema.ts';

export const createWebhookAction = formAction({
  name: 'webhook.create',
  permission: 'webhook.create',
  scope: adminScope,
  input: webhookCreation,
  command: createWebhook,
  then: ({ secret }) => ({ shown: secret }),
});

export const revokeWebhookAction = formAction({
  name: 'webhook.revoke',
  permission: 'webhook.revoke',
  scope: adminScope,
  input: webhookId,
  command: revokeWebhook,
  then: () => null,
});

export const redeliverAction = formAction({
  name: 'webhook.redeliver',
  permission: 'webhook.create',
  scope: adminScope,
  input: deliveryId,
  command: redeliver,
  then: () => null,
});
