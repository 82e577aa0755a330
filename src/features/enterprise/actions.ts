'use server';

import { formAction } from '#platform/form-action.ts';
import { officeScope } from '#platform/scope.ts';
import { mergeEnterprises, undoMerge } from './commands/merge-enterprises.ts';
import { mergeForm, mergeUndoing } from './schema.ts';

export const mergeEnterprisesAction = formAction({
  name: 'enterprise.merge',
  permission: 'enterprise.merge',
  scope: officeScope,
  input: mergeForm,
  command: mergeEnterprises,
  then: ({ kept }) => `/enterprises/${kept}`,
});

export const undoMergeAction = formAction({
  name: 'enterprise.unmerge',
  permission: 'enterprise.merge',
  scope: officeScope,
  input: mergeUndoing,
  command: undoMerge,
  then: () => null,
});
