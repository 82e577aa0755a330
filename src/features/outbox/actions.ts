'use server';

import { formAction } from '#platform/form-action.ts';
import { officeScope } from '#platform/scope.ts';
import { resendAll, resendMessage } from './commands/resend-message.ts';
import { messageId, nothing } from './schema.ts';

export const resendMessageAction = formAction({
  name: 'outbox.resend',
  permission: 'outbox.resend',
  scope: officeScope,
  input: messageId,
  command: resendMessage,
  then: () => null,
});

export const resendAllAction = formAction({
  name: 'outbox.resendAll',
  permission: 'outbox.resend',
  scope: officeScope,
  input: nothing,
  command: resendAll,
  then: () => null,
});
