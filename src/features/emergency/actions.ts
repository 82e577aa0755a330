'use server';

import { formAction } from '#platform/form-action.ts';
import { agencyScope, officeScope } from '#platform/scope.ts';
import { answerCall } from './commands/answer-call.ts';
import { logEmergency } from './commands/log-emergency.ts';
import { approveSupplement, supplementEmergency } from './commands/supplement-emergency.ts';
import { callAnswer, emergencyCall, supplement, supplementApproval } from './schema.ts';

export const logEmergencyAction = formAction({
  name: 'emergency.log',
  permission: 'emergency.log',
  scope: officeScope,
  input: emergencyCall,
  command: logEmergency,
  then: ({ filing }) => `/emergencies/${filing}`,
});

export const answerCallAction = formAction({
  name: 'emergency.confirm',
  permission: 'emergency.confirm',
  scope: officeScope,
  input: callAnswer,
  command: answerCall,
  then: () => null,
});

export const supplementAction = formAction({
  name: 'emergency.supplement',
  permission: 'emergency.supplement',
  scope: agencyScope,
  input: supplement,
  command: supplementEmergency,
  then: () => null,
});

export const approveSupplementAction = formAction({
  name: 'emergency.approve',
  permission: 'emergency.approve',
  scope: agencyScope,
  input: supplementApproval,
  command: approveSupplement,
  then: () => null,
});
