'use server';

import { formAction } from '#platform/form-action.ts';
import { type Actor, agencyScope, officeScope } from '#platform/scope.ts';
import { importRegister } from './commands/import-register.ts';
import { mendRow } from './commands/mend-row.ts';
import { undoImport } from './commands/undo-import.ts';
import { uploadRegister } from './commands/upload-register.ts';
import { importId, registerUpload, rowMend, takeBytes } from './schema.ts';

const registerScope = (actor: Actor) => officeScope(actor) ?? agencyScope(actor);

export const uploadRegisterAction = formAction({
  name: 'register.upload',
  permission: 'register.upload',
  scope: registerScope,
  input: registerUpload,
  prepare: takeBytes,
  command: uploadRegister,
  then: ({ import: id, kind }) => `/${kind}s/imports/${id}`,
});

export const mendRowAction = formAction({
  name: 'register.mend',
  permission: 'register.import',
  scope: registerScope,
  input: rowMend,
  command: mendRow,
  then: () => null,
});

export const importRegisterAction = formAction({
  name: 'register.import',
  permission: 'register.import',
  scope: registerScope,
  input: importId,
  command: importRegister,
  then: () => null,
});

export const undoRegisterAction = formAction({
  name: 'register.undo',
  permission: 'register.undo',
  scope: registerScope,
  input: importId,
  command: undoImport,
  then: () => null,
});
