import 'server-only';
import { setTimeout as sleep } from 'node:timers/promises';
import { createRecorder, type Origin, type Recorder, writeAudit } from './audit.ts';
import { isConflict } from './conflict.ts';
import { db, type Tx } from './db.ts';
import { newJitter } from './entropy.ts';
import { countEvents } from './metrics.ts';
import type { Outcome } from './outcome.ts';

/** What a command works with. `now` is the database's clock. */
export type Command<Scope> = { readonly tx: Tx; readonly scope: Scope; readonly now: Date; readonly record: Recorder };
export type CommandFunction<Scope, Input, Value> = (context: Command<Scope>, input: Input) => Promise<Outcome<Value>>;

/** Runs inside the transaction after a command, before its audit records: the place of an idempotency key. */
export type Afterwards<Value> = (tx: Tx, outcome: Outcome<Value>) => Promise<void>;

export type Run<Scope, Value> = {
  readonly scope: Scope;
  readonly origin: Origin;
  readonly command: (context: Command<Scope>) => Promise<Outcome<Value>>;
  readonly afterwards?: Afterwards<Value> | undefined;
};

const attempts = 6;

class NothingRecorded extends Error {}
class RefusedUnrecorded extends Error {
  readonly outcome: Outcome<never>;
  constructor(outcome: Outcome<never>) {
    super('refused');
    this.outcome = outcome;
  }
}

async function runOnce<Scope, Value>({ scope, origin, command, afterwards }: Run<Scope, Value>): Promise<Outcome<Value>> {
  const done = await db().$transaction(async (tx) => {
    const [clock] = await tx.$queryRaw<{ now: Date }[]>`SELECT now() AS now`;
    if (!clock) throw new Error('the database has no clock');
    const { record, events } = createRecorder();
    const outcome = await command({ tx, scope, now: clock.now, record });
    if (events.length === 0)
      throw outcome.ok ? new NothingRecorded('a command changed data without an audit record') : new RefusedUnrecorded(outcome);
    await afterwards?.(tx, outcome);
    await writeAudit(tx, origin, events);
    return { outcome, events };
  });
  countEvents(done.events);
  return done.outcome;
}

/**
 * The one place where data changes: one transaction, tried again on every shape of conflict, rolled back unless an audit record was
 * written. A refusal that records something (a refused attempt) is kept; one that records nothing leaves nothing behind.
 */
export async function runCommand<Scope, Value>(run: Run<Scope, Value>): Promise<Outcome<Value>> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await runOnce(run);
    } catch (error) {
      if (error instanceof RefusedUnrecorded) return error.outcome;
      if (attempt >= attempts || !isConflict(error)) throw error;
      await sleep(newJitter(attempt));
    }
  }
}
