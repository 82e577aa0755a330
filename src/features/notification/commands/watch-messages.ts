import 'server-only';
import { type Command, runCommand } from '#platform/command.ts';
import { eachDistrict } from '#platform/each-district.ts';
import type { Job } from '#platform/jobs.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.ts';
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
  run: (_data, requestId) =>
    eachDistrict({ name: 'message-watch', requestId }, ({ scope, origin }) => runCommand({ scope, origin, command: watchMessages })),
};
