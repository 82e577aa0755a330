import 'server-only';
import { headers } from 'next/headers';

/** The id that proxy.ts gave this request: it stands in every log line, audit record and error page. */
export async function requestId(): Promise<string> {
  return (await headers()).get('x-request-id') ?? 'none';
}

/** The caller's address as the nearest proxy saw it (the last hop; earlier ones can be forged). */
export function addressOf(sent: Pick<Headers, 'get'>): string {
  return sent.get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? 'unknown';
}

export async function callerAddress(): Promise<string> {
  return addressOf(await headers());
}
