import * as batch from '#features/batch/actions.ts';
import * as template from '#features/template/actions.ts';
import type { Door } from '../doors.ts';
import { freeEnterprise } from '../requests.ts';

const on = (action: Door['action'], fields: Door['fields']): Door => ({ action, fields, foreign: 'notFound' });

/** Many visits from one form, and forms used again. */
export const batchDoors: Readonly<Record<string, Door>> = {
  // Every agency of the district may visit its enterprises.
  'batch.start': { action: batch.startBatchAction, fields: ({ enterprise }) => ({ enterprises: enterprise }), foreign: 'ownThings' },
  'batch.keep': on(batch.keepBatchAction, (target) => ({ batch: target.batch, intent: 'check' })),
  'batch.discard': on(batch.discardBatchAction, (target) => ({ batch: target.batch })),
  'batch.send': on(batch.sendBatchAction, (target) => ({ batch: target.batch, kind: 'case' })),
  'batch.approve': on(batch.approveBatchAction, ({ sentBatch }) => ({ batch: sentBatch })),
  'template.keep': on(template.keepTemplateAction, ({ filed }) => ({ filing: filed, name: '模板' })),
  'template.remove': on(template.removeTemplateAction, (target) => ({ template: target.template })),
  'template.copyFiling': on(template.copyFilingAction, ({ filed, story }) => ({ filing: filed, uscc: freeEnterprise(story, 0) })),
  'template.start': on(template.startFromTemplateAction, (target) => ({
    ...{ template: target.template, uscc: freeEnterprise(target.story, 0) },
  })),
};
