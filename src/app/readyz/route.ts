import { newId } from '#platform/entropy.ts';
import { isReady } from '#platform/readiness.ts';

export const dynamic = 'force-dynamic';

/** Whether requests can be served: the database answers and its structure is complete. */
export async function GET(): Promise<Response> {
  const ready = await isReady();
  const headers = { 'cache-control': 'no-store', 'x-request-id': newId(), ...(ready ? {} : { 'retry-after': '5' }) };
  return new Response(ready ? 'ready\n' : 'not ready\n', { status: ready ? 200 : 503, headers });
}
