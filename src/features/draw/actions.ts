'use server';

import { formAction } from '#platform/form-action.ts';
import { publicScope } from '#platform/scope.ts';
import { raiseObjection, weighObjection } from './commands/raise-objection.ts';
import { objection } from './schema.ts';

export const objectDrawAction = formAction({
  name: 'draw.object',
  permission: 'public',
  scope: publicScope,
  district: ({ district }) => district,
  input: objection,
  prepare: weighObjection,
  command: raiseObjection,
  then: (done, { district, no }) => `/draws/${district}/${no}?objection=${done.objection}`,
});
