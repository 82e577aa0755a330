'use server';

import { formAction } from '#platform/form-action.ts';
import { adminScope } from '#platform/scope.ts';
import { createKey, revokeKey } from './commands.ts';
import { keyCreation, keyId } from './schema.ts';

export const createKeyAction = formAction({
  name: 'apiKey.create',
  permission: 'apiKey.create',
  scope: adminScope,
  input: keyCreation,
  command: createKey,
  then: ({ secret }) => ({ shown: secret }),
});

export const revokeKeyAction = formAction({
  name: 'apiKey.revoke',
  permission: 'apiKey.revoke',
  scope: adminScope,
  input: keyId,
  command: revokeKey,
  then: () => null,
});
