'use server';

import { formAction } from '#platform/form-action.ts';
import { officeScope } from '#platform/scope.ts';
import { keepRest } from './commands/keep-rest.ts';
import { takeStep } from './commands/take-step.ts';
import { undoStep } from './commands/undo-step.ts';
import { restForm, stepForm, stepUndoing } from './schema.ts';

export const takeStepAction = formAction({
  name: 'review.take',
  permission: 'review.take',
  scope: officeScope,
  input: stepForm,
  command: takeStep,
  then: (_step, { back }) => back ?? null,
});

export const keepRestAction = formAction({
  name: 'review.keepRest',
  permission: 'review.take',
  scope: officeScope,
  input: restForm,
  command: keepRest,
  then: (_step, { back }) => back ?? null,
});

export const undoStepAction = formAction({
  name: 'review.undo',
  permission: 'review.undo',
  scope: officeScope,
  input: stepUndoing,
  command: undoStep,
  then: (_step, { back }) => back ?? null,
});
