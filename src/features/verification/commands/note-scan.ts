import 'server-only';
import type { Command } from '#platform/command.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { PublicScope } from '#platform/scope.ts';

/** Notes the first look behind a genuine code, once: of several at the same time one counts. Says nothing about who looked. */
export async function noteScan({ tx, now, record }: Command<PublicScope>, { filing }: { filing: string }): Promise<Outcome<null>> {
  const { count } = await tx.filing.updateMany({
    where: { id: filing, scannedAt: null, startsAt: { lte: now }, endsAt: { gt: now } },
    data: { scannedAt: now },
  });
  if (count === 0) return stale('已经查验过。');
  record('code.scanned', filing);
  return ok(null);
}
