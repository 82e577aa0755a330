'use server';

import { formAction } from '#platform/form-action.ts';
import { officeScope } from '#platform/scope.ts';
import { handleAlert } from './commands/handle-alert.ts';
import { alertHandling } from './schema.ts';

export const handleAlertAction = formAction({
  name: 'alert.handle',
  permission: 'alert.handle',
  scope: officeScope,
  input: alertHandling,
  command: handleAlert,
  then: () => null,
});
