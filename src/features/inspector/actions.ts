'use server';

import { formAction } from '#platform/form-action.ts';
import { agencyScope } from '#platform/scope.ts';
import { changeInspector } from './commands/change-inspector.ts';
import { endRecusal, recuseInspector } from './commands/recuse-inspector.ts';
import { inspectorChange, recusalEnd, recusalForm } from './schema.ts';

export const changeInspectorAction = formAction({
  name: 'inspector.change',
  permission: 'inspector.change',
  scope: agencyScope,
  input: inspectorChange,
  command: changeInspector,
  then: () => null,
});

export const recuseInspectorAction = formAction({
  name: 'inspector.recuse',
  permission: 'inspector.change',
  scope: agencyScope,
  input: recusalForm,
  command: recuseInspector,
  then: () => null,
});

export const endRecusalAction = formAction({
  name: 'inspector.endRecusal',
  permission: 'inspector.change',
  scope: agencyScope,
  input: recusalEnd,
  command: endRecusal,
  then: () => null,
});
