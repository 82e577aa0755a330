import * as amendment from '#features/amendment/actions.ts';
import { amendFormOf } from '../amendments.ts';
import type { Door, Fields } from '../doors.ts';
import { plannedVisit } from '../requests.ts';
import type { Targets } from '../targets.ts';

const reason = '理由';
const on = (action: Door['action'], fields: Door['fields']): Door => ({ action, fields, foreign: 'notFound' });

function joining({ filed }: Targets): Fields {
  return {
    ...{ filing: filed, reason, kind: 'special', planEntry: '', matters: [], inspectors: [], form: 'onsite', triggerType: '' },
    ...{
      triggerReference: '',
      exemptionCode: '',
      exemptionReason: '',
      exemptionEvidence: '',
      overCapReason: '',
      separateGround: '',
      separateReason: '',
    },
  };
}

/** Changing a filing that stands, and coming along with another agency. */
export const amendmentDoors: Readonly<Record<string, Door>> = {
  'amendment.propose': on(
    amendment.proposeAmendmentAction,
    ({ filed, story }) => amendFormOf(filed, plannedVisit(story)) as unknown as Fields,
  ),
  // Every agency of the district may come along with another's visit, but not with its own.
  'amendment.join': { action: amendment.joinFilingAction, fields: joining, foreign: 'notFoundElsewhere' },
  'amendment.approve': on(amendment.approveAmendmentAction, ({ proposedAct }) => ({ amendment: proposedAct })),
  'amendment.returnToFiler': on(amendment.returnAmendmentAction, ({ proposedAct }) => ({ amendment: proposedAct, reason })),
  'amendment.withdraw': on(amendment.withdrawAmendmentAction, ({ proposedAct }) => ({ amendment: proposedAct })),
  'amendment.decide': on(amendment.decideAmendmentAction, ({ heldAct }) => ({ amendment: heldAct, decision: 'returned', reason })),
};
