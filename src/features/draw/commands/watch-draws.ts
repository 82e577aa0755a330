import 'server-only';
import { type Command, runCommand } from '#platform/command.ts';
import { db, Prisma } from '#platform/db.ts';
import type { Job } from '#platform/jobs.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';
import { advanceDraw } from './advance-draw.ts';
import { lockDraw } from './lock-draw.ts';

/** Opens the first round of a draw whose objection period is over, or fails a round whose deadline has passed. */
export async function watchDraw(context: Command<SystemScope>, { draw: id }: { draw: string }): Promise<Outcome<null>> {
  const draw = await lockDraw(context.tx, { districtCode: context.scope.districtCode, id });
  if (!draw) return stale('没有这次抽取。');
  return (await advanceDraw(context, draw)) === draw ? stale('还没有到时间。') : ok(null);
}

/** Draws that the clock has something to decide about. */
function findDue(): Promise<{ id: string; districtCode: string }[]> {
  return db().$queryRaw(Prisma.sql`SELECT draw.id, district_code AS "districtCode" FROM draw JOIN draw_record record ON record.draw_id = draw.id
    LEFT JOIN LATERAL (SELECT * FROM draw_round WHERE draw_round.draw_id = draw.id ORDER BY no DESC LIMIT 1) round ON TRUE
    WHERE draw.status IN ('frozen', 'committed') AND CASE WHEN round.no IS NULL
      THEN objection_end <= now() AND NOT EXISTS (SELECT FROM draw_objection WHERE draw_id = draw.id AND answered_at IS NULL)
      ELSE round.failed_at IS NULL AND revealed_at IS NULL AND coalesce(reveal_end, commit_end) <= now() END
    ORDER BY draw.id LIMIT 1000`);
}

/** Every few minutes; each draw in a transaction of its own, and whoever acts in between has decided the same. */
export async function watchDraws(requestId: string): Promise<void> {
  for (const { id, districtCode } of await findDue()) {
    const origin = { actor: { type: 'system' as const }, requestId, districtCode };
    await runCommand({ scope: systemScope(districtCode), origin, command: (context) => watchDraw(context, { draw: id }) });
  }
}

export const drawWatch: Job = { name: 'draw-watch', schedule: '*/3 * * * *', run: (_data, requestId) => watchDraws(requestId) };
