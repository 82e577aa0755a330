import 'server-only';
import pg from 'pg';
import PgBoss from 'pg-boss';
import type { Tx } from './db.ts';
import { log } from './log.ts';
import { poolConfig } from './pool.ts';

/** The queues that the migrations made; a new one needs a migration, because each is a table. */
export type QueueName =
  | 'sheet-read'
  | 'merge-solve'
  | 'declaration-remind'
  | 'draw-run'
  | 'draw-watch'
  | 'register-read'
  | 'batch-file'
  | 'filing-watch'
  | 'visit-watch'
  | 'emergency-watch'
  | 'finding-watch'
  | 'conduct-watch'
  | 'feedback-watch'
  | 'message-watch'
  | 'outbox-send'
  | 'webhook-send';

/** Long work that runs after the transaction that asked for it, once or again after a failure: `run` must be repeatable. */
export type Job<Data extends object = object> = {
  readonly name: QueueName;
  /** A cron line in Asia/Shanghai for work that comes by itself. */
  readonly schedule?: string;
  // A method, so that jobs with data of their own stand in one list.
  run(data: Data, id: string): Promise<void>;
};

const quiet = { migrate: false, schedule: false, supervise: false } as const;

/** Queues work in the caller's transaction: it runs if and only if that commits. */
export async function enqueue(tx: Tx, name: QueueName, data: object): Promise<void> {
  const executeSql = async (text: string, values: unknown[] = []) => ({ rows: await tx.$queryRawUnsafe<unknown[]>(text, ...values) });
  await new PgBoss({ db: { executeSql }, ...quiet }).send(name, data);
}

declare global {
  var ningqiJobs: { readonly stop: () => Promise<void> } | undefined;
}

async function workOn(boss: PgBoss, job: Job): Promise<void> {
  await boss.work<object>(job.name, { pollingIntervalSeconds: 0.5 }, async (taken) => {
    for (const { id, data } of taken) {
      log.info({ job: job.name, id }, 'job started');
      await job.run(data ?? {}, id);
      log.info({ job: job.name, id }, 'job finished');
    }
  });
  if (job.schedule) await boss.schedule(job.name, job.schedule, {}, { tz: 'Asia/Shanghai' });
}

/** Starts the workers of this server, once a process. */
export async function startJobs(jobs: readonly Job[]): Promise<void> {
  if (globalThis.ningqiJobs) return;
  const pool = new pg.Pool({ ...poolConfig(), max: 4 });
  const boss = new PgBoss({ db: { executeSql: (text: string, values?: unknown[]) => pool.query(text, values) }, migrate: false });
  boss.on('error', (error) => log.error({ err: error }, 'jobs'));
  const stop = async () => {
    await boss.stop({ graceful: true, timeout: 4000 });
    await pool.end();
  };
  globalThis.ningqiJobs = { stop };
  await boss.start();
  for (const job of jobs) await workOn(boss, job);
}
