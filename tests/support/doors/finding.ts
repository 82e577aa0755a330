import { handleAlertAction } from '#features/conduct/actions.ts';
import * as finding from '#features/finding/actions.ts';
import type { Door } from '../doors.ts';

const reason = '理由';
const on = (action: Door['action'], fields: Door['fields']): Door => ({ action, fields, foreign: 'notFound' });

/** Buttons of results, orders and alerts. */
export const findingDoors: Readonly<Record<string, Door>> = {
  'finding.record': on(finding.recordFindingsAction, ({ visitedFiling, story }) => ({
    ...{ filing: visitedFiling, 'items[0].matter': story.matter, 'items[0].result': 'nothingFound', 'items[0].followUp': 'none' },
  })),
  'letter.issue': on(finding.issueLetterAction, ({ visitedFiling }) => ({ filing: visitedFiling })),
  'letter.publish': on(finding.publishLetterAction, ({ letteredFiling }) => ({ filing: letteredFiling })),
  'letter.withdraw': on(finding.withdrawLetterAction, ({ letteredFiling }) => ({ filing: letteredFiling, reason })),
  'rectification.report': on(finding.reportRectificationAction, ({ orderedFinding }) => ({ finding: orderedFinding, note: reason })),
  'rectification.recheck': on(finding.recheckRectificationAction, ({ orderedFinding }) => ({
    ...{ finding: orderedFinding, outcome: 'passed', note: reason },
  })),
  'rectification.startRecheck': on(finding.startRecheckAction, ({ orderedFinding }) => ({ finding: orderedFinding })),
  'alert.handle': on(handleAlertAction, ({ alert }) => ({ alert, note: reason })),
};
