import 'server-only';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { CallbackEntry } from '../schema.ts';

type Task = { readonly attempts: number; readonly doneAt: Date | null; readonly note: string };

/** Notes an attempt to call back, or what was said; earlier notes stay. */
export async function recordCallback({ tx, scope, now, record }: Command<OfficeScope>, entry: CallbackEntry): Promise<Outcome<null>> {
  const { feedback, result, note } = entry;
  const [task] = await tx.$queryRaw<Task[]>(Prisma.sql`SELECT attempts, done_at AS "doneAt", note FROM callback_task
    WHERE feedback_id = ${feedback}::uuid AND district_code = ${scope.districtCode} FOR UPDATE`);
  if (!task) return notFound();
  if (task.doneAt) return stale('这件回访已经办结。');
  const isDone = result === 'done';
  const notes = [task.note, note].filter(Boolean).join('\n');
  const ending = isDone ? { doneAt: now, doneById: scope.actor.id } : {};
  await tx.callbackTask.updateMany({
    where: { feedbackId: feedback, doneAt: null },
    data: { attempts: task.attempts + 1, note: notes, ...ending },
  });
  record(isDone ? 'callback.done' : 'callback.attempted', feedback, { attempt: task.attempts + 1 });
  return ok(null);
}
