'use server';

import { formAction } from '#platform/form-action.ts';
import { agencyScope } from '#platform/scope.ts';
import { copyFiling, keepTemplate, removeTemplate, startFromTemplate } from './commands/keep-template.ts';
import { copyStart, templateId, templateKeep, templateStart } from './schema.ts';

export const keepTemplateAction = formAction({
  name: 'template.keep',
  permission: 'template.keep',
  scope: agencyScope,
  input: templateKeep,
  command: keepTemplate,
  then: () => '/filings/templates',
});

export const removeTemplateAction = formAction({
  name: 'template.remove',
  permission: 'template.keep',
  scope: agencyScope,
  input: templateId,
  command: removeTemplate,
  then: () => null,
});

export const copyFilingAction = formAction({
  name: 'template.copyFiling',
  permission: 'draft.save',
  scope: agencyScope,
  input: copyStart,
  command: copyFiling,
  then: ({ draft }) => `/filings/drafts/${draft}`,
});

export const startFromTemplateAction = formAction({
  name: 'template.start',
  permission: 'draft.save',
  scope: agencyScope,
  input: templateStart,
  command: startFromTemplate,
  then: ({ draft }) => `/filings/drafts/${draft}`,
});
