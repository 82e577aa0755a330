import { keepPreferencesAction, readMessageAction, readMessagesAction, takeMessageAction } from '#features/notification/actions.ts';
import type { Door } from '../doors.ts';

/** The inbox: one's own messages, and those to one's post. */
export const notificationDoors: Readonly<Record<string, Door>> = {
  'notification.read': { action: readMessagesAction, fields: () => ({}), foreign: 'ownThings' },
  'notification.readOne': { action: readMessageAction, fields: ({ message }) => ({ message }), foreign: 'notFound' },
  'message.take': { action: takeMessageAction, fields: ({ roleMessage }) => ({ message: roleMessage }), foreign: 'notFound' },
  'notification.prefer': {
    action: keepPreferencesAction,
    fields: () => ({ inApp: ['filing'], mail: ['filing'], digest: ['filing'], address: 'x@example.test' }),
    foreign: 'ownThings',
  },
};
