import 'server-only';
import { cookies } from 'next/headers';
import { hashSecret } from './entropy.ts';
import { isSecureOrigin } from './env.ts';

/** Keeps a link's token in the browser for the hour in which it is used, out of every address and every page. */
const nameOf = () => (isSecureOrigin() ? '__Host-rate' : 'rate');

export async function keepLinkToken(token: string): Promise<void> {
  const options = { httpOnly: true, sameSite: 'strict', secure: isSecureOrigin(), path: '/', maxAge: 3600 } as const;
  (await cookies()).set(nameOf(), token, options);
}

/** The hash of the token that this browser came with; null without one. */
export async function readLinkHash(): Promise<string | null> {
  const token = (await cookies()).get(nameOf())?.value;
  return token === undefined || token === '' ? null : hashSecret(token);
}
