'use server';

import { formAction } from '#platform/form-action.ts';
import { adminScope, publicScope, staffScope } from '#platform/scope.ts';
import { clearSessionCookie, setSessionCookie } from '#platform/session.ts';
import { closeSession, openSession, revokeSession, tryPassword } from './commands.ts';
import { sessionId, signIn, signOut } from './schema.ts';

export const openSessionAction = formAction({
  name: 'session.open',
  permission: 'public',
  scope: publicScope,
  district: ({ district }) => district,
  input: signIn,
  prepare: tryPassword,
  command: openSession,
  then: ({ secret }) => setSessionCookie(secret).then(() => '/home'),
});

export const closeSessionAction = formAction({
  name: 'session.close',
  permission: 'signedIn',
  scope: staffScope,
  input: signOut,
  command: closeSession,
  then: async () => {
    await clearSessionCookie();
    return '/sign-in';
  },
});

export const revokeSessionAction = formAction({
  name: 'session.revoke',
  permission: 'session.revoke',
  scope: adminScope,
  input: sessionId,
  command: revokeSession,
  then: () => null,
});
