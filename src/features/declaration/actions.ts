'use server';

import { formAction } from '#platform/form-action.ts';
import { agencyScope } from '#platform/scope.ts';
import { beginDeclaration, nameApproval } from './commands/begin-declaration.ts';
import { addLine, changeLine, removeLine } from './commands/keep-line.ts';
import { approveDeclaration, returnDeclaration, submitDeclaration } from './commands/send-declaration.ts';
import { changedLine, newLine } from './schema/line-form.ts';
import {
  approvalDocument,
  declarationApproval,
  declarationBeginning,
  declarationSubmission,
  lineId,
  reasonedDeclaration,
} from './schema.ts';

export const beginDeclarationAction = formAction({
  name: 'declaration.begin',
  permission: 'declaration.begin',
  scope: agencyScope,
  input: declarationBeginning,
  command: beginDeclaration,
  then: ({ declaration }) => `/declarations/${declaration}`,
});

export const nameApprovalAction = formAction({
  name: 'declaration.cite',
  permission: 'declaration.edit',
  scope: agencyScope,
  input: approvalDocument,
  command: nameApproval,
  then: () => null,
});

export const addLineAction = formAction({
  name: 'declaration.addLine',
  permission: 'declaration.edit',
  scope: agencyScope,
  input: newLine,
  command: addLine,
  then: ({ declaration }) => `/declarations/${declaration}`,
});

export const changeLineAction = formAction({
  name: 'declaration.changeLine',
  permission: 'declaration.edit',
  scope: agencyScope,
  input: changedLine,
  command: changeLine,
  then: ({ declaration }) => `/declarations/${declaration}`,
});

export const removeLineAction = formAction({
  name: 'declaration.removeLine',
  permission: 'declaration.edit',
  scope: agencyScope,
  input: lineId,
  command: removeLine,
  then: ({ declaration }) => `/declarations/${declaration}`,
});

export const submitDeclarationAction = formAction({
  name: 'declaration.submit',
  permission: 'declaration.submit',
  scope: agencyScope,
  input: declarationSubmission,
  command: submitDeclaration,
  then: () => null,
});

export const approveDeclarationAction = formAction({
  name: 'declaration.approve',
  permission: 'declaration.approve',
  scope: agencyScope,
  input: declarationApproval,
  command: approveDeclaration,
  then: () => null,
});

export const returnDeclarationAction = formAction({
  name: 'declaration.returnToFiler',
  permission: 'declaration.returnToFiler',
  scope: agencyScope,
  input: reasonedDeclaration,
  command: returnDeclaration,
  then: () => null,
});
