'use server';

import { formAction } from '#platform/form-action.ts';
import { staffScope } from '#platform/scope.ts';
import { readMessages } from './commands.ts';
import { readAll } from './schema.ts';

export const readMessagesAction = formAction({
  name: 'notification.read',
  permission: 'notification.read',
  scope: staffScope,
  input: readAll,
  command: readMessages,
  then: () => null,
});
