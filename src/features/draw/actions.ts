'use server';

import { formAction } from '#platform/form-action.ts';
import { agencyScope, drawScope, officeScope, publicScope } from '#platform/scope.ts';
import { answerObjection } from './commands/answer-objection.ts';
import { discardDraw, joinDraw, leaveDraw } from './commands/change-prepared.ts';
import { commitDraw, revealDraw } from './commands/commit-draw.ts';
import { freezeDraw } from './commands/freeze-draw.ts';
import { prepareDraw } from './commands/prepare-draw.ts';
import { publishDraw } from './commands/publish-draw.ts';
import { raiseObjection, weighObjection } from './commands/raise-objection.ts';
import { addTarget, replaceTarget } from './commands/replace-target.ts';
import { requestDraw } from './commands/run-draw.ts';
import { typeNumber } from './commands/type-number.ts';
import { retryDraw, voidDraw } from './commands/void-draw.ts';
import {
  addition,
  commitment,
  drawEntry,
  drawId,
  drawPreparation,
  drawRetry,
  drawVoid,
  objection,
  objectionAnswer,
  replacement,
  reveal,
  typedNumber,
} from './schema.ts';

export const prepareDrawAction = formAction({
  name: 'draw.prepare',
  permission: 'draw.prepare',
  scope: agencyScope,
  input: drawPreparation,
  command: prepareDraw,
  then: ({ draw }) => `/drawing/${draw}`,
});

export const joinDrawAction = formAction({
  name: 'draw.join',
  permission: 'draw.prepare',
  scope: agencyScope,
  input: drawEntry,
  command: joinDraw,
  then: () => null,
});

export const leaveDrawAction = formAction({
  name: 'draw.leave',
  permission: 'draw.prepare',
  scope: agencyScope,
  input: drawEntry,
  command: leaveDraw,
  then: () => null,
});

export const discardDrawAction = formAction({
  name: 'draw.discard',
  permission: 'draw.prepare',
  scope: agencyScope,
  input: drawId,
  command: discardDraw,
  then: () => '/drawing',
});

export const freezeDrawAction = formAction({
  name: 'draw.freeze',
  permission: 'draw.freeze',
  scope: agencyScope,
  input: drawId,
  command: freezeDraw,
  then: () => null,
});

export const objectDrawAction = formAction({
  name: 'draw.object',
  permission: 'public',
  scope: publicScope,
  district: ({ district }) => district,
  input: objection,
  prepare: weighObjection,
  command: raiseObjection,
  then: (done, { district, no }) => `/draws/${district}/${no}?objection=${done.objection}`,
});

export const answerObjectionAction = formAction({
  name: 'draw.answer',
  permission: 'draw.answer',
  scope: officeScope,
  input: objectionAnswer,
  command: answerObjection,
  then: () => null,
});

export const commitDrawAction = formAction({
  name: 'draw.commit',
  permission: 'draw.commit',
  scope: drawScope,
  input: commitment,
  command: commitDraw,
  then: () => null,
});

export const revealDrawAction = formAction({
  name: 'draw.reveal',
  permission: 'draw.reveal',
  scope: drawScope,
  input: reveal,
  command: revealDraw,
  then: () => null,
});

export const typeNumberAction = formAction({
  name: 'draw.number',
  permission: 'draw.number',
  scope: drawScope,
  input: typedNumber,
  command: typeNumber,
  then: () => null,
});

export const runDrawAction = formAction({
  name: 'draw.run',
  permission: 'draw.run',
  scope: drawScope,
  input: drawId,
  command: requestDraw,
  then: () => null,
});

export const publishDrawAction = formAction({
  name: 'draw.publish',
  permission: 'draw.publish',
  scope: officeScope,
  input: drawId,
  command: publishDraw,
  then: () => null,
});

export const retryDrawAction = formAction({
  name: 'draw.retry',
  permission: 'draw.retry',
  scope: officeScope,
  input: drawRetry,
  command: retryDraw,
  then: () => null,
});

export const voidDrawAction = formAction({
  name: 'draw.void',
  permission: 'draw.void',
  scope: officeScope,
  input: drawVoid,
  command: voidDraw,
  then: () => null,
});

export const replaceTargetAction = formAction({
  name: 'draw.replace',
  permission: 'draw.replace',
  scope: officeScope,
  input: replacement,
  command: replaceTarget,
  then: () => null,
});

export const addTargetAction = formAction({
  name: 'draw.add',
  permission: 'draw.replace',
  scope: officeScope,
  input: addition,
  command: addTarget,
  then: () => null,
});
