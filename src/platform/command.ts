import 'server-only';
import { setTimeout as sleep, setImmediate as turn } from 'node:timers/promises';
import { createRecorder, type Origin, type Recorder, writeAudit } from './audit.ts';
import { isConflict } from './conflict.ts';
import { db, Prisma, type Statements, type Tx } from './db.ts';
import { newJitter } from './entropy.ts';
import { countEvents } from './metrics.ts';
import type { Outcome } from './outcome.ts';
import { type Done, transactStatements } from './statements.ts';

/** What a command works with. `now` is the database's clock. */
export type Command<Scope, Access extends Statements = Tx> = {
  readonly tx: Access;
  readonly scope: Scope;
  readonly now: Date;
  readonly record: Recorder;
};
export type CommandFunction<Scope, Input, Value, Access extends Statements = Tx> = (
  context: Command<Scope, Access>,
  input: Input,
) => Promise<Outcome<Value>>;

/** Runs inside the transaction after a command, before its audit records: the place of an idempotency key. */
export type Afterwards<Value> = (tx: Statements, outcome: Outcome<Value>) => Promise<void>;

export type Run<Scope, Value, Access extends Statements = Tx> = {
  readonly scope: Scope;
  readonly origin: Origin;
  readonly command: (context: Command<Scope, Access>) => Promise<Outcome<Value>>;
  readonly afterwards?: Afterwards<Value> | undefined;
};

type Transact<Access> = <Value>(work: (tx: Access, now: Date) => Promise<Done<Value>>) => Promise<Value>;

const attempts = 6;

class NothingRecorded extends Error {}
class RefusedUnrecorded extends Error {
  readonly outcome: Outcome<never>;
  constructor(outcome: Outcome<never>) {
    super('refused');
    this.outcome = outcome;
  }
}

const transactWithModels: Transact<Tx> = (work) =>
  db().$transaction(async (tx) => {
    const [clock] = await tx.$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT now() AS now`);
    if (!clock) throw new Error('the database has no clock');
    const { value, closing } = await work(tx, clock.now);
    await closing;
    return value;
  });

async function runOnce<Scope, Value, Access extends Statements>(
  { scope, origin, command, afterwards }: Run<Scope, Value, Access>,
  transact: Transact<Access>,
): Promise<Outcome<Value>> {
  const done = await transact(async (tx, now) => {
    const { record, events } = createRecorder();
    const outcome = await command({ tx, scope, now, record });
    if (events.length === 0)
      throw outcome.ok ? new NothingRecorded('a command changed data without an audit record') : new RefusedUnrecorded(outcome);
    const closing = [...(afterwards ? [afterwards(tx, outcome)] : []), writeAudit(tx, origin, events)];
    // The commit follows what was sent without waiting for its answer: a fault before the sending has to be seen first.
    await Promise.race([...closing, turn()]);
    return { value: { outcome, events }, closing: Promise.all(closing) };
  });
  countEvents(done.events);
  return done.outcome;
}

async function runUntilDone<Value>(attemptOnce: () => Promise<Outcome<Value>>): Promise<Outcome<Value>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await attemptOnce();
    } catch (error) {
      if (error instanceof RefusedUnrecorded) return error.outcome;
      if (attempt >= attempts || !isConflict(error)) throw error;
      await sleep(newJitter(attempt));
    }
  }
}

/**
 * The one place where data changes: one transaction, tried again on every shape of conflict, rolled back unless an audit record was
 * written. A refusal that records something (a refused attempt) is kept; one that records nothing leaves nothing behind.
 */
export function runCommand<Scope, Value>(run: Run<Scope, Value>): Promise<Outcome<Value>> {
  return runUntilDone(() => runOnce(run, transactWithModels));
}

/** The same for commands made of statements alone: they wait for the database less often. */
export function runStatements<Scope, Value>(run: Run<Scope, Value, Statements>): Promise<Outcome<Value>> {
  return runUntilDone(() => runOnce(run, transactStatements));
}
