'use server';

import { formAction } from '#platform/form-action.ts';
import { staffScope } from '#platform/scope.ts';
import { keepPreferences } from './commands/keep-preferences.ts';
import { readMessage, readMessages } from './commands/read-messages.ts';
import { takeMessage } from './commands/take-message.ts';
import { messageId, preferences, readAll } from './schema.ts';

export const readMessagesAction = formAction({
  name: 'notification.read',
  permission: 'notification.read',
  scope: staffScope,
  input: readAll,
  command: readMessages,
  then: () => null,
});

export const readMessageAction = formAction({
  name: 'notification.readOne',
  permission: 'notification.read',
  scope: staffScope,
  input: messageId,
  command: readMessage,
  then: () => null,
});

export const takeMessageAction = formAction({
  name: 'message.take',
  permission: 'notification.read',
  scope: staffScope,
  input: messageId,
  command: takeMessage,
  then: () => null,
});

export const keepPreferencesAction = formAction({
  name: 'notification.prefer',
  permission: 'notification.read',
  scope: staffScope,
  input: preferences,
  command: keepPreferences,
  then: () => '/inbox',
});
