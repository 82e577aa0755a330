import 'server-only';
import { timingSafeEqual } from 'node:crypto';
import { peerHeader } from './access-log.ts';
import { hashSecret } from './entropy.ts';
import { env } from './env.ts';

/** With a token configured it has to be shown; without one, only this machine is answered. */
export function mayReadMetrics({ headers }: Request): boolean {
  const { METRICS_TOKEN } = env();
  if (!METRICS_TOKEN) return headers.get(peerHeader) === 'loopback';
  return timingSafeEqual(Buffer.from(hashSecret(headers.get('authorization') ?? '')), Buffer.from(hashSecret(`Bearer ${METRICS_TOKEN}`)));
}
