import 'server-only';
import { type Command, runCommand } from '#platform/command.ts';
import { db, Prisma } from '#platform/db.ts';
import { enqueue, type Job } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';
import { advanceDraw } from './advance-draw.ts';
import { lockDraw } from './lock-draw.ts';

/** Opens the first round of a draw whose objection period is over, fails a round whose deadline has passed, asks again for an outcome that did not come. */
async function watchDraw({ tx, scope, now, record }: Command<SystemScope>, { draw: id }: { draw: string }): Promise<Outcome<null>> {
  const { districtCode } = scope;
  const draw = await lockDraw(tx, { districtCode, id });
  if (!draw) return stale('没有这次抽取。');
  if (draw.status !== 'revealed')
    return (await advanceDraw({ tx, scope, now, record }, draw)) === draw ? stale('还没有到时间。') : ok(null);
  await enqueue(tx, 'draw-run', { draw: id, districtCode, by: null });
  record('draw.requested', id, { poolHash: draw.poolHash });
  return ok(null);
}

const recorded = (event: string, since = Prisma.empty) =>
  Prisma.sql`EXISTS (SELECT FROM audit_record WHERE subject = draw.id::text AND event = ${event} ${since})`;
const lately = Prisma.sql`AND at > now() - interval '15 minutes'`;

/** Draws that the clock has something to decide about, or that everybody has revealed in and nothing came of yet. */
function findDue(): Promise<{ id: string; districtCode: string }[]> {
  return db().$queryRaw(Prisma.sql`SELECT draw.id, district_code AS "districtCode" FROM draw JOIN draw_record record ON record.draw_id = draw.id
    LEFT JOIN LATERAL (SELECT * FROM draw_round WHERE draw_round.draw_id = draw.id ORDER BY no DESC LIMIT 1) round ON TRUE
    WHERE (draw.status IN ('frozen', 'committed') AND CASE WHEN round.no IS NULL
      THEN objection_end <= now() AND NOT EXISTS (SELECT FROM draw_objection WHERE draw_id = draw.id AND answered_at IS NULL) AND NOT ${recorded('draw.numberMissed')}
      ELSE round.failed_at IS NULL AND revealed_at IS NULL AND coalesce(reveal_end, commit_end) <= now() END)
    OR (draw.status = 'revealed' AND coalesce(number_at, revealed_at) < now() - interval '2 minutes'
      AND NOT ${recorded('draw.failed')} AND NOT ${recorded('draw.requested', lately)})
    ORDER BY draw.id LIMIT 1000`);
}

/** Every few minutes; each draw in a transaction of its own, whoever acts in between has decided the same, and none stops the others. */
export async function watchDraws(requestId: string): Promise<void> {
  for (const { id, districtCode } of await findDue()) {
    const origin = { actor: { type: 'system' as const }, requestId, districtCode };
    try {
      await runCommand({ scope: systemScope(districtCode), origin, command: (context) => watchDraw(context, { draw: id }) });
    } catch (error) {
      log.error({ err: error, draw: id }, 'a draw could not be watched');
    }
  }
}

export const drawWatch: Job = { name: 'draw-watch', schedule: '*/3 * * * *', run: (_data, requestId) => watchDraws(requestId) };
