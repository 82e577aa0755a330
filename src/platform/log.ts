import 'server-only';
import pino from 'pino';

/** One JSON line an event. Never bodies, tokens, codes or names: ids only. */
export const log = pino({
  level: process.env.LOG_LEVEL ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  redact: ['*.password', '*.token', '*.secret'],
});
