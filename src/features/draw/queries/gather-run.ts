import 'server-only';
import type { RoundRecord } from '#domain/draw/record.ts';
import { db, Prisma } from '#platform/db.ts';

/** What a draw is computed from, all of it public by then. */
export type RunFacts = {
  readonly frozen: string;
  readonly poolHash: string;
  readonly number: string | null;
  readonly rounds: readonly RoundRecord[];
};

/** Null where there is nothing to compute: not all revealed yet, or computed already. */
export async function gatherRun(districtCode: string, draw: string): Promise<RunFacts | null> {
  const [row] = await db().$queryRaw<RunFacts[]>(Prisma.sql`SELECT frozen, pool_hash AS "poolHash", number,
      (SELECT json_agg(json_build_object('no', round.no, 'parties', (SELECT json_agg(json_build_object('party', agency_code, 'commitment', commitment,
        'reveal', reveal, 'withheld', withheld_at IS NOT NULL) ORDER BY position) FROM draw_party party WHERE party.draw_id = draw.id AND round = round.no))
        ORDER BY round.no) FROM draw_round round WHERE round.draw_id = draw.id) AS rounds
    FROM draw JOIN draw_record ON draw_id = draw.id
    WHERE draw.id = ${draw}::uuid AND district_code = ${districtCode} AND draw.status = 'revealed'`);
  return row ?? null;
}
