import 'server-only';
import pg from 'pg';
import { Prisma, type Statements } from './db.ts';
import { log } from './log.ts';
import { poolConfig } from './pool.ts';

/**
 * Says that this process works on something, until the function it gives is called. The word is a lock of a connection of its own: the
 * database forgets it with the connection, so that a process that was killed says nothing any more. Waits for another that works on the same
 * for as long as any lock is waited for, then throws.
 */
export async function holdPresence(name: string): Promise<() => Promise<void>> {
  const client = new pg.Client({ ...poolConfig(), keepAlive: true });
  client.on('error', (error) => log.warn({ err: error, name }, 'presence lost'));
  const leave = () => client.end().catch((error: unknown) => log.warn({ err: error, name }, 'presence not ended'));
  try {
    await client.connect();
    await client.query('SELECT pg_advisory_lock(hashtextextended($1, 0))', [name]);
  } catch (error) {
    await leave();
    throw error;
  }
  return leave;
}

/** Whether nobody works on it; while the answer is used, until the transaction ends, nobody begins. */
export async function isAbsent(tx: Statements, name: string): Promise<boolean> {
  const [row] = await tx.$queryRaw<{ absent: boolean }[]>(
    Prisma.sql`SELECT pg_try_advisory_xact_lock(hashtextextended(${name}, 0)) AS absent`,
  );
  return row?.absent === true;
}
