import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import { isWaitingNotice } from '#domain/territory/reminder.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.ts';
import { loadCalendar } from '../queries/load-calendar.ts';
import { unsealedSql } from '../queries/unsealed.ts';

type Waiting = { id: string; enterprise: string; territory: string; startDay: string; territoryCode: string };

/** Notices that nobody acknowledged and nobody was reminded of, of visits that may still take place. */
function listWaiting(tx: Tx, districtCode: string): Promise<Waiting[]> {
  return tx.$queryRaw<
    Waiting[]
  >(Prisma.sql`SELECT filing.id, enterprise.name AS enterprise, territory.name AS territory, start_day::text AS "startDay",
      notice.territory_code AS "territoryCode"
    FROM territory_notice notice JOIN filing ON filing.id = notice.filing_id JOIN enterprise ON enterprise.id = enterprise_id
    JOIN territory ON territory.code = notice.territory_code
    WHERE filing.district_code = ${districtCode} AND acknowledged_at IS NULL AND reminded_at IS NULL AND ${unsealedSql}
      AND filing.status IN ('filed', 'filedWithCondition') AND ends_at > now() ORDER BY starts_at, filing.id LIMIT 1000`);
}

/** The territory is asked once more; the office is told to ring it up. */
function noticesOf({ enterprise, territory, territoryCode }: Waiting): Notice[] {
  const office: Notice['to'] = { roles: ['officeClerk', 'officeDirector'] };
  return [
    { to: { territoryCodes: [territoryCode] }, text: `${enterprise}：检查即将入企，请签收`, href: '/territory' },
    { to: office, text: `${enterprise}：${territory}还没有签收告知，请电话确认`, href: '/contacts#waiting' },
  ];
}

/** From the working day before the visit on, once for each notice (design: rules.md, territory-notice). */
export async function remindNotices({ tx, scope, now, record }: Command<SystemScope>): Promise<Outcome<null>> {
  const calendar = await loadCalendar(tx, scope.districtCode);
  const today = dayOf(now);
  const due = (await listWaiting(tx, scope.districtCode)).filter(({ startDay }) => isWaitingNotice(calendar, startDay, today));
  if (due.length === 0) return stale('没有要提醒的告知。');
  const ids = due.map(({ id }) => id);
  const { count } = await tx.territoryNotice.updateMany({
    where: { filingId: { in: ids }, acknowledgedAt: null, remindedAt: null },
    data: { remindedAt: now },
  });
  if (count < ids.length) return stale('有告知刚刚签收，下次再看。');
  for (const one of due) record('notice.reminded', one.id, { notices: noticesOf(one) });
  return ok(null);
}
