import 'server-only';
import { Pool } from 'pg';
import { type RateLimiterAbstract, RateLimiterMemory, RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { env } from './env.ts';

/**
 * Five wrong passwords lock an account for a quarter of an hour; a code page and open data answer so often per address
 * and in total; an address objects to a draw, rates, reports from the door and looks receipts up so often.
 */
const rules = {
  signInAccount: { points: 5, duration: 15 * 60 },
  signInAddress: { points: 50, duration: 15 * 60 },
  codeAddress: { points: 60, duration: 60 },
  codeTotal: { points: 6000, duration: 60 },
  openAddress: { points: 60, duration: 60 },
  openTotal: { points: 6000, duration: 60 },
  objectionAddress: { points: 20, duration: 60 * 60 },
  ratingAddress: { points: 30, duration: 60 },
  doorAddress: { points: 10, duration: 60 * 60 },
  receiptAddress: { points: 20, duration: 60 },
  api: { points: 6000, duration: 60 },
} as const;
export type LimitName = keyof typeof rules;

declare global {
  var ningqiLimits: Map<LimitName, RateLimiterAbstract> | undefined;
}

function createLimits(): Map<LimitName, RateLimiterAbstract> {
  const { DATABASE_URL, DATABASE_ROLE } = env();
  const pool = new Pool({
    connectionString: DATABASE_URL,
    max: 4,
    connectionTimeoutMillis: 5000,
    // Points are worth no wait for the disk: a crash may forget those of its last second.
    options: `-c synchronous_commit=off${DATABASE_ROLE ? ` -c role=${DATABASE_ROLE}` : ''}`,
  });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  const names = Object.keys(rules) as LimitName[];
  const stored = { storeClient: pool, tableName: 'rate_limit', tableCreated: true };
  return new Map(
    names.map((keyPrefix) => {
      const rule = { keyPrefix, ...rules[keyPrefix] };
      // Keys are known callers: their limit spares this process and guards no secret, so it needs no statement of its own.
      return [keyPrefix, keyPrefix === 'api' ? new RateLimiterMemory(rule) : new RateLimiterPostgres({ ...stored, ...rule })];
    }),
  );
}

function limitOf(name: LimitName): RateLimiterAbstract {
  globalThis.ningqiLimits ??= createLimits();
  const limit = globalThis.ningqiLimits.get(name);
  if (!limit) throw new Error(`no limit ${name}`);
  return limit;
}

/** Takes one point. Null while within the limit, else the seconds to wait. A broken store throws: closed when in doubt. */
export async function takePoint(name: LimitName, key: string): Promise<number | null> {
  try {
    await limitOf(name).consume(key);
    return null;
  } catch (reached) {
    if (reached instanceof RateLimiterRes) return Math.ceil(reached.msBeforeNext / 1000);
    throw reached;
  }
}

/** Seconds until the key is free again, without taking a point; null when it is. */
export async function isLocked(name: LimitName, key: string): Promise<number | null> {
  const state = await limitOf(name).get(key);
  return state && state.consumedPoints >= rules[name].points ? Math.ceil(state.msBeforeNext / 1000) : null;
}

export async function forgetPoints(name: LimitName, key: string): Promise<void> {
  await limitOf(name).delete(key);
}

/** Counts one look at a public code, per address and in total. Null while within both limits, else the seconds to wait. */
export async function takeCodePoint(address: string): Promise<number | null> {
  return (await takePoint('codeAddress', address)) ?? (await takePoint('codeTotal', 'all'));
}

/** The same for open data, and for plans to take away: making a document costs more than looking at a page. */
export async function takeOpenPoint(address: string): Promise<number | null> {
  return (await takePoint('openAddress', address)) ?? (await takePoint('openTotal', 'all'));
}
