import { checkInAction, checkOutAction, giveOpinionAction, refuseEntryAction } from '#features/visit/actions.ts';
import type { Door } from '../doors.ts';

/** The steps of a visit as forms. */
export const visitDoors: Readonly<Record<string, Door>> = {
  'visit.checkIn': { action: checkInAction, fields: ({ filed }) => ({ filing: filed, people: '2' }), foreign: 'notFound' },
  'visit.checkOut': { action: checkOutAction, fields: ({ filed }) => ({ filing: filed }), foreign: 'notFound' },
  'visit.refuseEntry': { action: refuseEntryAction, fields: ({ filed }) => ({ filing: filed, ground: 'noForm' }), foreign: 'notFound' },
  'visit.giveOpinion': { action: giveOpinionAction, fields: ({ filed }) => ({ filing: filed, refused: 'true' }), foreign: 'notFound' },
};
