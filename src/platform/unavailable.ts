import { isConflict } from './conflict.ts';

/** Connection refused, reset or timed out; a server starting up or shutting down; no place left in it or in our pool. */
const codes = /^(ECONN|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|08|57P0|53|P1001$|P1002$|P1008$|P1017$|P2024$|P2028$)/;
const kinds = new Set(['DatabaseNotReachable', 'ConnectionClosed', 'SocketTimeout', 'TooManyConnections', 'DatabaseDoesNotExist']);
const words = /timeout exceeded when trying to connect|Connection terminated|not queryable/;

function speaksOfIt(error: unknown, depth: number): boolean {
  if (typeof error !== 'object' || error === null || depth > 5) return false;
  const { code, originalCode, kind, message, meta, cause, driverAdapterError } = error as Record<string, unknown>;
  if ([code, originalCode].some((text) => typeof text === 'string' && codes.test(text))) return true;
  if (typeof kind === 'string' && kinds.has(kind)) return true;
  if (typeof message === 'string' && words.test(message)) return true;
  return [meta, cause, driverAdapterError].some((inner) => speaksOfIt(inner, depth + 1));
}

/** Whether an error says that the database cannot serve now: asking again later can help. */
export function isUnavailable(error: unknown): boolean {
  return isConflict(error) || speaksOfIt(error, 0);
}
