'use server';

import { formAction } from '#platform/form-action.ts';
import { officeScope, publicScope } from '#platform/scope.ts';
import { answerReport } from './commands/answer-report.ts';
import { raiseReport, weighReport } from './commands/raise-report.ts';
import { doorAnswer, doorReport } from './schema.ts';

export const raiseReportAction = formAction({
  name: 'doorReport.raise',
  permission: 'public',
  scope: publicScope,
  district: ({ district }) => district,
  input: doorReport,
  prepare: weighReport,
  command: raiseReport,
  then: ({ receipt }) => ({ shown: receipt }),
});

export const answerReportAction = formAction({
  name: 'doorReport.answer',
  permission: 'doorReport.answer',
  scope: officeScope,
  input: doorAnswer,
  command: answerReport,
  then: () => null,
});
