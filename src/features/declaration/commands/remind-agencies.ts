import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { yearOf } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import { isReminderDay, sayDue } from '#domain/declaration/due.ts';
import type { Notice } from '#platform/audit.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { db, Prisma } from '#platform/db.ts';
import { idOfName } from '#platform/entropy.ts';
import type { Job } from '#platform/jobs.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';
import { type LateAgency, listLate } from '../queries/list-late.ts';
import { findSettledYears, loadDueRule } from '../queries/load-due.ts';

type Reminder = { readonly year: number; readonly due: Day; readonly today: Day };

function noticesOf({ year, due, today }: Reminder, late: readonly LateAgency[]): Notice[] {
  const when = `截止 ${sayDay(due, today)}，${sayDue(due, today)}`;
  const names = late.map(({ shortName }) => shortName).join('、');
  return [
    {
      to: { roles: ['agencyFiler', 'agencyHead'], agencyCodes: late.map(({ code }) => code) },
      text: `${year} 年检查计划还没有报到办公室，${when}`,
      href: '/declarations',
    },
    {
      to: { roles: ['officeClerk', 'officeDirector'] },
      text: `${year} 年检查计划还有 ${late.length} 个单位没有报来，${when}：${names}`,
      href: `/declarations?year=${year}`,
    },
  ];
}

/**
 * Tells every agency that has not declared, and the office who they are. Once a day: the reminder's id is made of district, year and day,
 * and each person's message about it is unique.
 */
async function remindOfYear({ tx, scope, record }: Command<SystemScope>, { year, due, today }: Reminder): Promise<boolean> {
  if (!isReminderDay(due, today)) return false;
  const id = idOfName(`declaration.reminded/${scope.districtCode}/${year}/${today}`);
  const [told] = await tx.$queryRaw<unknown[]>(Prisma.sql`SELECT 1 FROM audit_record WHERE subject = ${id} LIMIT 1`);
  const late = told ? [] : await listLate(tx, scope.districtCode, year);
  if (late.length === 0) return false;
  record('declaration.reminded', id, { year, due, agencies: late.map(({ code }) => code), notices: noticesOf({ year, due, today }, late) });
  return true;
}

/** Reminds of this year's and the next year's declarations on the day given, or today. */
export async function remindAgencies(context: Command<SystemScope>, { day }: { day?: Day }): Promise<Outcome<null>> {
  const { tx, scope } = context;
  const rule = await loadDueRule(scope.districtCode, tx);
  const today = day ?? rule.today;
  const years = [yearOf(today), yearOf(today) + 1];
  const settled = await findSettledYears(scope.districtCode, { ...rule, today }, tx);
  const reminders = years.filter((year) => !settled.has(year)).map((year) => ({ year, today, due: rule.dueOf(year) }));
  const done = [];
  for (const reminder of reminders) done.push(await remindOfYear(context, reminder));
  return done.includes(true) ? ok(null) : stale('今天没有要提醒的。');
}

/** Every morning at half past eight, district by district; running it twice a day tells nobody twice. */
export const declarationRemind: Job<{ day?: Day }> = {
  name: 'declaration-remind',
  schedule: '30 8 * * *',
  run: async (data, requestId) => {
    for (const { code } of await db().district.findMany({ select: { code: true }, orderBy: { code: 'asc' } })) {
      const origin = { actor: { type: 'system' as const }, requestId, districtCode: code };
      await runCommand({ scope: systemScope(code), origin, command: (context) => remindAgencies(context, data) });
    }
  },
};
