'use server';

import { formAction } from '#platform/form-action.ts';
import { noticeScope, officeScope, territoryScope } from '#platform/scope.ts';
import { acknowledgeAll, acknowledgeNotice, phoneNotice, readAllNotices, readNotice } from './commands/acknowledge-notice.ts';
import { assignContact } from './commands/assign-contact.ts';
import { contactAssignment, everything, noticeId, phonedNotice, seenNotice, seenNotices } from './schema.ts';

export const acknowledgeNoticeAction = formAction({
  name: 'notice.acknowledge',
  permission: 'notice.acknowledge',
  scope: territoryScope,
  input: seenNotice,
  command: acknowledgeNotice,
  then: () => null,
});

export const acknowledgeAllAction = formAction({
  name: 'notice.acknowledgeAll',
  permission: 'notice.acknowledge',
  scope: territoryScope,
  input: seenNotices,
  command: acknowledgeAll,
  then: () => null,
});

export const phoneNoticeAction = formAction({
  name: 'notice.phone',
  permission: 'notice.phone',
  scope: officeScope,
  input: phonedNotice,
  command: phoneNotice,
  then: () => null,
});

export const readNoticeAction = formAction({
  name: 'notice.read',
  permission: 'notice.read',
  scope: noticeScope,
  input: noticeId,
  command: readNotice,
  then: () => null,
});

export const readAllNoticesAction = formAction({
  name: 'notice.readAll',
  permission: 'notice.read',
  scope: noticeScope,
  input: everything,
  command: readAllNotices,
  then: () => null,
});

export const assignContactAction = formAction({
  name: 'contact.assign',
  permission: 'contact.assign',
  scope: officeScope,
  input: contactAssignment,
  command: assignContact,
  then: () => null,
});
