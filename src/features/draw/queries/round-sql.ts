import 'server-only';
import { Prisma } from '#platform/db.ts';

/** The last round of the statement's `draw` with its parties in order, or null. */
export const roundSql = Prisma.sql`(SELECT json_build_object('no', round.no, 'commitEnd', commit_end, 'revealEnd', reveal_end, 'failed', failed_at IS NOT NULL,
    'parties', (SELECT json_agg(json_build_object('agency', agency_code, 'position', position, 'commitment', commitment, 'reveal', reveal,
      'withheld', withheld_at IS NOT NULL) ORDER BY position) FROM draw_party party WHERE party.draw_id = draw.id AND party.round = round.no))
  FROM draw_round round WHERE round.draw_id = draw.id ORDER BY round.no DESC LIMIT 1)`;
