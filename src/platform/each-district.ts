import 'server-only';
import type { Origin } from './audit.ts';
import { db } from './db.ts';
import { log } from './log.ts';
import { type SystemScope, systemScope } from './scope.ts';

/** A district's turn of a job: in whose name, and where its records come from. */
export type DistrictTurn = { readonly scope: SystemScope; readonly origin: Origin };

/** Does a job's work for each district in turn. One that fails, say for want of a policy, is logged and stops the clock of none other. */
export async function eachDistrict(
  job: { readonly name: string; readonly requestId: string },
  run: (turn: DistrictTurn) => Promise<unknown>,
): Promise<void> {
  for (const { code } of await db().district.findMany({ select: { code: true }, orderBy: { code: 'asc' } })) {
    const origin = { actor: { type: 'system' as const }, requestId: job.requestId, districtCode: code };
    try {
      await run({ scope: systemScope(code), origin });
    } catch (error) {
      log.error({ err: error, district: code, job: job.name }, 'a district could not be watched');
    }
  }
}
