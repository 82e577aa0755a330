import 'server-only';
import { answerCall } from './api-gate.ts';
import { problem } from './problem.ts';

/** The answer for an address of the API that does not exist. */
export function answerUnknown(): Promise<Response> {
  return answerCall('unknown', async () => problem('notFound'));
}
