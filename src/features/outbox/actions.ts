'use server';

import { formAction } from '#platform/form-action.ts';
import { officeScope } from '#platform/scope.ts';
import { resendMessage } from './commands/resend-message.ts';
import { messageId } from './schema.ts';

export const resendMessageAction = formAction({
  name: 'outbox.resend',
  permission: 'outbox.resend',
  scope: officeScope,
  input: messageId,
  command: resendMessage,
  then: () => null,
});
