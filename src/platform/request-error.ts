import 'server-only';
import { log } from './log.ts';

type Where = { readonly requestId: string | string[] | undefined; readonly method: string; readonly route: string; readonly type: string };

/** One line for an error that nobody answered for; `digest` is the number that the reader of the error page sees. */
export function logRequestError(error: unknown, where: Where): void {
  const { name, message, stack, digest } = (error instanceof Error ? error : new Error(String(error))) as Error & { digest?: string };
  log.error({ ...where, digest, error: { name, message, stack } }, 'request failed');
}
