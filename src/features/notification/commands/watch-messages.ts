import 'server-only';
import { type Command, runCommand } from '#platform/command.ts';
import { db } from '#platform/db.ts';
import type { Job } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';
import { escalateMessages } from './escalate-messages.ts';
import { mailMessages } from './mail-messages.ts';

/** What the clock does to a district's messages. */
export async function watchMessages(context: Command<SystemScope>): Promise<Outcome<null>> {
  const moved = await escalateMessages(context);
  const mailed = await mailMessages(context);
  if (moved + mailed === 0) return stale('没有要提醒的。');
  context.record('message.watched', context.scope.districtCode, { moved, mailed });
  return ok(null);
}

/** Every five minutes, district by district; none stops the others, and running it twice tells nobody twice. */
export const messageWatch: Job = {
  name: 'message-watch',
  schedule: '*/5 * * * *',
  run: async (_data, requestId) => {
    for (const { code } of await db().district.findMany({ select: { code: true }, orderBy: { code: 'asc' } })) {
      const origin = { actor: { type: 'system' as const }, requestId, districtCode: code };
      try {
        await runCommand({ scope: systemScope(code), origin, command: watchMessages });
      } catch (error) {
        log.error({ err: error, district: code }, 'messages could not be watched');
      }
    }
  },
};
