'use server';

import { formAction } from '#platform/form-action.ts';
import { officeScope } from '#platform/scope.ts';
import { joinAllVisits, joinVisit } from './commands/join-visit.ts';
import { partVisit } from './commands/part-visit.ts';
import { allJoining, visitJoining, visitParting } from './schema.ts';

export const joinVisitAction = formAction({
  name: 'jointVisit.join',
  permission: 'jointVisit.join',
  scope: officeScope,
  input: visitJoining,
  command: joinVisit,
  then: () => null,
});

export const joinAllVisitsAction = formAction({
  name: 'jointVisit.joinAll',
  permission: 'jointVisit.join',
  scope: officeScope,
  input: allJoining,
  command: joinAllVisits,
  then: () => '/drawing/joint?view=joined',
});

export const partVisitAction = formAction({
  name: 'jointVisit.part',
  permission: 'jointVisit.part',
  scope: officeScope,
  input: visitParting,
  command: partVisit,
  then: () => null,
});
