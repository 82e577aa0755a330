import 'server-only';
import { isBelowAlarm } from '#domain/feedback/score.ts';
import { raiseAlert } from '#features/conduct/commands/raise-alert.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { db } from '#platform/db.ts';
import { eachDistrict } from '#platform/each-district.ts';
import { idOfName } from '#platform/entropy.ts';
import type { Job } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';
import { monthsWords, percentWords } from '../labels.ts';
import { findDue, findReminders } from '../queries/find-visit.ts';
import { loadCells } from '../queries/load-cells.ts';
import { loadRatingClock } from '../queries/load-rating-clock.ts';
import { stepFeedback } from './invite-visit.ts';

/** Tells the office of agencies whose last published cell lies below the policy's alarm; each cell once. */
export async function alarmLow({ tx, scope, record }: Command<SystemScope>): Promise<Outcome<null>> {
  const { districtCode } = scope;
  const { cells, alarmBelowPercent, nameOf } = await loadCells(districtCode, tx);
  const latest = new Map(cells.map((cell) => [cell.agency, cell]));
  const raised: string[] = [];
  for (const cell of latest.values()) {
    if (!isBelowAlarm(cell, alarmBelowPercent)) continue;
    const facts = { 时间: monthsWords(cell.from, cell.to), 份数: cell.n, 满意率: percentWords(cell.good / cell.n) };
    const alert = {
      districtCode,
      kind: 'lowSatisfaction' as const,
      dedupe: `${cell.agency}/${cell.from}/${cell.to}`,
      agencyCode: cell.agency,
      facts,
    };
    if (await raiseAlert(tx, alert)) raised.push(nameOf.get(cell.agency) ?? cell.agency);
  }
  if (raised.length === 0) return stale('没有低于提醒线的单位。');
  const text = `满意率低于 ${alarmBelowPercent}%：${raised.join('、')}`;
  const notices = [{ to: { roles: ['officeClerk', 'officeDirector'] as const }, text, href: '/feedback' }];
  record('feedback.alarmed', idOfName(`feedback.alarmed/${districtCode}/${raised.join('/')}`), { agencies: raised, notices });
  return ok(null);
}

/** Makes, sends, reminds and closes what is due; each visit in a transaction of its own, and none stops the others. */
async function stepAll(requestId: string, due: readonly { filing: string; districtCode: string }[]): Promise<void> {
  for (const { filing, districtCode } of due) {
    const origin = { actor: { type: 'system' as const }, requestId, districtCode };
    try {
      await runCommand({ scope: systemScope(districtCode), origin, command: (context) => stepFeedback(context, { filing }) });
    } catch (error) {
      log.error({ err: error, filing }, 'a rating could not be watched');
    }
  }
}

/** What is due of every visit, then, district by district, reminders by its policy and agencies below the alarm. */
export async function watchFeedback(requestId: string): Promise<void> {
  await stepAll(requestId, await findDue(db()));
  await eachDistrict({ name: 'feedback-watch', requestId }, async ({ scope, origin }) => {
    const { districtCode } = scope;
    const { reminderDays } = (await loadRatingClock(districtCode, db())).invites;
    await stepAll(requestId, await findReminders(db(), { districtCode, reminderDays }));
    await runCommand({ scope, origin, command: alarmLow });
  });
}

export const feedbackWatch: Job = { name: 'feedback-watch', schedule: '*/5 * * * *', run: (_data, requestId) => watchFeedback(requestId) };
