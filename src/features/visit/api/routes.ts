import 'server-only';
import { isoOf } from '#domain/calendar/iso.ts';
import { apiRoute } from '#platform/api-route.ts';
import { readPicture } from '#platform/picture.ts';
import { agencyScope, inspectorScope } from '#platform/scope.ts';
import { sessionQuery, sessionRoute, sessionUpload } from '#platform/session-route.ts';
import { keepEvidence } from '../commands/keep-evidence.ts';
import { recordStep } from '../commands/record-step.ts';
import { reportCheckIn, reportCheckOut } from '../commands/report-step.ts';
import { loadPhoneDay } from '../queries/load-phone-day.ts';
import { checkInCall, checkOutCall, evidenceInput, visitStepInput } from '../schema.ts';

/** `GET /api/visit/day`: what the phone keeps to work without a connection. */
export const getDay = sessionQuery({
  name: 'visit.day',
  permission: 'visit.step',
  scope: inspectorScope,
  query: async (scope) => ({ owner: scope.actor.id, name: scope.actor.name, ...(await loadPhoneDay(scope)) }),
  respond: ({ now, ...day }) => ({ status: 200, body: { ...day, now: isoOf(now) } }),
});

/** `POST /api/visit/steps`: one step, with a receipt. */
export const postStep = sessionRoute({
  name: 'visit.step',
  permission: 'visit.step',
  scope: inspectorScope,
  input: visitStepInput,
  command: recordStep,
  respond: (received) => ({ status: 200, body: received }),
});

/** `POST /api/visit/evidence?id&filing&matter&deviceAt`: one picture, with a receipt. */
export const postEvidence = sessionUpload({
  name: 'evidence.add',
  permission: 'visit.step',
  scope: inspectorScope,
  input: evidenceInput,
  mostBytes: 6 * 1024 * 1024,
  prepare: readPicture,
  command: keepEvidence,
  respond: (received) => ({ status: 200, body: received }),
});

/** `POST /api/v1/filings/{filingNo}/check-in`: reported by the agency's own system. */
export const postCheckIn = apiRoute({
  name: 'visit.checkIn',
  permission: 'visit.step',
  scope: agencyScope,
  input: checkInCall,
  command: reportCheckIn,
  respond: ({ id: _id, ...received }) => ({ status: 200, body: received }),
});

/** `POST /api/v1/filings/{filingNo}/check-out`. */
export const postCheckOut = apiRoute({
  name: 'visit.checkOut',
  permission: 'visit.step',
  scope: agencyScope,
  input: checkOutCall,
  command: reportCheckOut,
  respond: ({ id: _id, ...received }) => ({ status: 200, body: received }),
});
