'use server';

import { formAction } from '#platform/form-action.ts';
import { adminScope } from '#platform/scope.ts';
import { checkChain } from './commands.ts';
import { auditCheck } from './schema.ts';

export const checkChainAction = formAction({
  name: 'audit.check',
  permission: 'audit.list',
  scope: adminScope,
  input: auditCheck,
  command: checkChain,
  then: ({ say }) => ({ shown: say }),
});
