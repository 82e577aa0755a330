import 'server-only';
import pg from 'pg';
import { beforeRating, mayKnowRating, ratingStatuses, type StatusReader } from '#domain/inspection/shown-status.ts';
import { Prisma, type Statements } from './db.ts';
import { nameStatement, poolConfig } from './pool.ts';

const dateType = 1082;
// Plain days stay texts: a driver that makes them instants has to guess a time zone.
const types = {
  getTypeParser: (type: number, format?: 'text' | 'binary') => (type === dateType ? String : pg.types.getTypeParser(type, format)),
} as pg.CustomTypesConfig;

const ignore = () => undefined;

// What looks rows up by their keys needs one plan, and planning the largest statement takes longer than running it.
function createPool(): pg.Pool {
  const pool = new pg.Pool({ ...poolConfig('plan_cache_mode=force_generic_plan'), pipeline: true });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', ignore);
  return pool;
}

declare global {
  var ningqiStatements: pg.Pool | undefined;
}

function pool(): pg.Pool {
  globalThis.ningqiStatements ??= createPool();
  return globalThis.ningqiStatements;
}

type Send = (query: pg.QueryConfig) => Promise<pg.QueryResult>;

function statementsOver(send: Send): Statements {
  const run = ({ text, values }: Prisma.Sql) => send({ name: nameStatement(text), text, values, types });
  return {
    $queryRaw: async <Rows>(statement: Prisma.Sql) => (await run(statement)).rows as Rows,
    $executeRaw: async (statement) => (await run(statement)).rowCount ?? 0,
  };
}

/** Statements outside a transaction, each on any connection of the pool. */
export function statements(): Statements {
  return statementsOver((query) => pool().query(query));
}

/** What is sent in one turn leaves in one packet. */
function sendOver(client: pg.PoolClient): Send {
  const { stream } = client.connection;
  return (query) => {
    stream.cork();
    process.nextTick(() => stream.uncork());
    const answer = client.query(query);
    answer.catch(ignore);
    return answer;
  };
}

/** What a transaction's work gives: its value, and statements already sent whose answers only the commit waits for. */
export type Done<Value> = { readonly value: Value; readonly closing: Promise<unknown> };
type Work<Value> = (tx: Statements, now: Date) => Promise<Done<Value>>;

async function commit(send: Send, closing: Promise<unknown>): Promise<void> {
  const committed = send({ text: 'COMMIT' });
  await closing;
  if ((await committed).command !== 'COMMIT') throw new Error('the database rolled the transaction back');
}

async function work<Value>(send: Send, task: Work<Value>): Promise<Value> {
  void send({ text: 'BEGIN' });
  const { rows } = await send({ name: 'now', text: 'SELECT now() AS now' });
  const { value, closing } = await task(statementsOver(send), rows[0].now);
  await commit(send, closing);
  return value;
}

/** Runs the work in one transaction on one connection, without the models. `now` is the database's clock. */
export async function transactStatements<Value>(task: Work<Value>): Promise<Value> {
  const client = await pool().connect();
  client.on('error', ignore);
  const send = sendOver(client);
  const giveBack = (broken?: Error) => {
    client.removeListener('error', ignore);
    client.release(broken);
  };
  try {
    const value = await work(send, task);
    giveBack();
    return value;
  } catch (error) {
    await send({ text: 'ROLLBACK' }).then(() => giveBack(), giveBack);
    throw error;
  }
}

/** A status column as a reader may know it, as text: who rated is the office's alone. */
export function shownStatusSql(reader: StatusReader, column = 'filing.status'): Prisma.Sql {
  const status = Prisma.raw(column);
  if (mayKnowRating(reader)) return Prisma.sql`${status}::text`;
  const hidden = Prisma.raw(`(${ratingStatuses.map((each) => `'${each}'`).join(', ')})`);
  return Prisma.sql`CASE WHEN ${status} IN ${hidden} THEN ${Prisma.raw(`'${beforeRating}'`)} ELSE ${status}::text END`;
}
