'use server';

import { formAction } from '#platform/form-action.ts';
import { inspectorScope } from '#platform/scope.ts';
import { checkIn, checkOut, giveOpinion, refuseEntry } from './commands/report-step.ts';
import { checkInForm, checkOutForm, opinionForm, refusalForm } from './schema.ts';

export const checkInAction = formAction({
  name: 'visit.checkIn',
  permission: 'visit.step',
  scope: inspectorScope,
  input: checkInForm,
  command: checkIn,
  then: () => null,
});

export const checkOutAction = formAction({
  name: 'visit.checkOut',
  permission: 'visit.step',
  scope: inspectorScope,
  input: checkOutForm,
  command: checkOut,
  then: () => null,
});

export const refuseEntryAction = formAction({
  name: 'visit.refuseEntry',
  permission: 'visit.step',
  scope: inspectorScope,
  input: refusalForm,
  command: refuseEntry,
  then: () => null,
});

export const giveOpinionAction = formAction({
  name: 'visit.giveOpinion',
  permission: 'visit.step',
  scope: inspectorScope,
  input: opinionForm,
  command: giveOpinion,
  then: () => null,
});
