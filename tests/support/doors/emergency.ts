import * as emergency from '#features/emergency/actions.ts';
import * as territory from '#features/territory/actions.ts';
import { seenLine } from '#features/territory/schema.ts';
import { userIdOf } from '#seed/builders/ids.ts';
import type { Door } from '../doors.ts';
import { callForm } from '../emergencies.ts';

/** The phone desk with the supplement, and the notices with the contacts. */
export const emergencyDoors: Readonly<Record<string, Door>> = {
  'emergency.log': {
    action: emergency.logEmergencyAction,
    fields: ({ story, nextCall, keyEnterprise }) => callForm(story, { id: nextCall, enterprise: keyEnterprise }),
    foreign: 'notFound',
  },
  'emergency.confirm': {
    action: emergency.answerCallAction,
    fields: (target) => ({ filing: target.emergency, answer: 'confirmed', note: '' }),
    foreign: 'notFound',
  },
  'emergency.supplement': {
    action: emergency.supplementAction,
    fields: (target) => ({ filing: target.emergency, matters: ['amr-017'], form: 'onsite', trigger: 'tipOff', reference: '件 1' }),
    foreign: 'notFound',
  },
  'emergency.approve': {
    action: emergency.approveSupplementAction,
    fields: (target) => ({ filing: target.emergency, seen: '' }),
    foreign: 'notFound',
  },
  'notice.acknowledge': {
    action: territory.acknowledgeNoticeAction,
    fields: ({ emergency: filing, noticeSentAt: sentAt }) => ({ filing, sentAt }),
    foreign: 'notFound',
  },
  'notice.acknowledgeAll': {
    action: territory.acknowledgeAllAction,
    fields: ({ emergency: id, noticeSentAt }) => ({ seen: seenLine({ id, sentAt: new Date(noticeSentAt) }) }),
    foreign: 'notFound',
  },
  'notice.phone': {
    action: territory.phoneNoticeAction,
    fields: ({ emergency: filing, noticeSentAt: sentAt }) => ({ filing, sentAt, who: '某人' }),
    foreign: 'notFound',
  },
  'notice.read': { action: territory.readNoticeAction, fields: (target) => ({ filing: target.emergency }), foreign: 'notFound' },
  'notice.readAll': { action: territory.readAllNoticesAction, fields: () => ({}), foreign: 'ownThings' },
  'contact.assign': {
    action: territory.assignContactAction,
    fields: ({ keyEnterprise, story }) => ({
      ...{ enterprise: keyEnterprise, kind: 'liaison', user: userIdOf(story.districtCode, 'liaoxiaoyun') },
    }),
    foreign: 'notFound',
  },
};
