import { createWebhookAction, redeliverAction, revokeWebhookAction } from '#features/webhook/actions.ts';
import type { Door } from '../doors.ts';

/** What a security administrator tells an agency's own system. */
export const webhookDoors: Readonly<Record<string, Door>> = {
  'webhook.create': {
    action: createWebhookAction,
    fields: ({ agency }) => ({ agency, url: 'https://example.cn/ningqi', events: ['filing.filed', 'filing.held'] }),
    foreign: 'invalid',
  },
  'webhook.revoke': { action: revokeWebhookAction, fields: ({ webhook }) => ({ webhook }), foreign: 'notFound' },
  'webhook.redeliver': { action: redeliverAction, fields: ({ delivery }) => ({ delivery }), foreign: 'notFound' },
};
