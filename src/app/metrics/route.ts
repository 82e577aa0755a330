import { newId } from '#platform/entropy.ts';
import { renderMetrics } from '#platform/metrics.ts';
import { mayReadMetrics } from '#platform/metrics-gate.ts';

export const dynamic = 'force-dynamic';

/** Figures of this process for Prometheus; whoever may not read them finds nothing. */
export async function GET(request: Request): Promise<Response> {
  const fixed = { 'cache-control': 'no-store', 'x-request-id': newId() };
  if (!mayReadMetrics(request)) return new Response('not found\n', { status: 404, headers: fixed });
  const { type, text } = await renderMetrics();
  return new Response(text, { headers: { ...fixed, 'content-type': type } });
}
