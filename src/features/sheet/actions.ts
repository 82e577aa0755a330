'use server';

import { formAction } from '#platform/form-action.ts';
import { agencyScope } from '#platform/scope.ts';
import { importSheet } from './commands/import-sheet.ts';
import { mendSheet } from './commands/mend-sheet.ts';
import { undoImport } from './commands/undo-import.ts';
import { uploadSheet } from './commands/upload-sheet.ts';
import { sheetId, sheetMend, sheetUpload, takeBytes } from './schema.ts';

export const uploadSheetAction = formAction({
  name: 'sheet.upload',
  permission: 'sheet.upload',
  scope: agencyScope,
  input: sheetUpload,
  prepare: takeBytes,
  command: uploadSheet,
  then: ({ sheet }) => `/declarations/sheets/${sheet}`,
});

export const mendSheetAction = formAction({
  name: 'sheet.mend',
  permission: 'sheet.mend',
  scope: agencyScope,
  input: sheetMend,
  command: mendSheet,
  then: () => null,
});

export const importSheetAction = formAction({
  name: 'sheet.import',
  permission: 'sheet.import',
  scope: agencyScope,
  input: sheetId,
  command: importSheet,
  then: ({ declaration }) => `/declarations/${declaration}`,
});

export const undoImportAction = formAction({
  name: 'sheet.undo',
  permission: 'sheet.undo',
  scope: agencyScope,
  input: sheetId,
  command: undoImport,
  then: () => null,
});
