'use server';

import { formAction } from '#platform/form-action.ts';
import { adminScope } from '#platform/scope.ts';
import { disableUser, enableUser } from './commands.ts';
import { userId } from './schema.ts';

export const disableUserAction = formAction({
  name: 'user.disable',
  permission: 'user.disable',
  scope: adminScope,
  input: userId,
  command: disableUser,
  then: () => null,
});

export const enableUserAction = formAction({
  name: 'user.enable',
  permission: 'user.enable',
  scope: adminScope,
  input: userId,
  command: enableUser,
  then: () => null,
});
