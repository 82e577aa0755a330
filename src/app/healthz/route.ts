import { newId } from '#platform/entropy.ts';

export const dynamic = 'force-dynamic';

/** The process is alive; says nothing about its database. */
export function GET(): Response {
  return new Response('ok\n', { headers: { 'cache-control': 'no-store', 'x-request-id': newId() } });
}
