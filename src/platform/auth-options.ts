import 'server-only';
import type { NextAuthOptions } from 'next-auth';
import { env, isSecureOrigin } from './env.ts';
import { log } from './log.ts';

/** Twelve hours: the longest a session lasts, whatever happens in it (design: security.md, Sessions). */
export const sessionSeconds = 12 * 60 * 60;

/** The cookie that carries the signed token. */
export function sessionCookie(): { name: string; options: { httpOnly: true; sameSite: 'lax'; path: '/'; secure: boolean } } {
  const secure = isSecureOrigin();
  return { name: `${secure ? '__Host-' : ''}ningqi-session`, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } };
}

/** next-auth signs and reads the token; it holds only a random session id, the session's row decides whether it is still good. */
export function authOptions(): NextAuthOptions {
  return {
    providers: [],
    secret: env().NEXTAUTH_SECRET,
    session: { strategy: 'jwt', maxAge: sessionSeconds },
    cookies: { sessionToken: sessionCookie() },
    callbacks: { session: ({ session, token }) => ({ ...session, sid: token.sid }) },
    pages: { signIn: '/sign-in' },
    // A cookie that cannot be read is the caller's doing: one line, no stack.
    logger: { error: (code) => log.warn({ code }, 'session'), warn: (code) => log.warn({ code }, 'session'), debug: () => undefined },
  };
}
