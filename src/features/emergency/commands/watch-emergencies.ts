import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import { computeSupplementDue, countReminders, isLate, settleEnd } from '#domain/emergency/clock.ts';
import type { VisitClock } from '#domain/inspection/open-visit-days.ts';
import { raiseAlert } from '#features/conduct/commands/raise-alert.ts';
import { remindNotices } from '#features/territory/commands/remind-notices.ts';
import type { Notice } from '#platform/audit.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { db } from '#platform/db.ts';
import { eachDistrict } from '#platform/each-district.ts';
import type { Job } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.ts';
import { listUnsupplemented, type OpenEmergency } from '../queries/find-due.ts';
import { loadClock } from '../queries/gather-call.ts';

type Watch = Command<SystemScope> & { readonly clock: VisitClock };

const dateOf = (day: string) => new Date(`${day}T00:00:00Z`);
const nothing = stale('没有到期的事。');

function agencyNotice({ id, agencyCode, enterprise }: OpenEmergency, words: string): Notice {
  const to = { roles: ['agencyFiler' as const, 'agencyHead' as const], agencyCodes: [agencyCode] };
  return { to, text: `${enterprise}：${words}`, href: `/emergencies/${id}` };
}

/** Once the end is known the clock runs; gives the due day, or null as long as it is not. */
async function settleDue({ tx, clock, record }: Watch, open: OpenEmergency): Promise<string | null> {
  if (open.dueDay !== null) return open.dueDay;
  const end = settleEnd(open.parts, open, clock.today);
  if (end === null) return null;
  const dueDay = computeSupplementDue(clock.calendar, end, clock.policy.values.emergencySupplementWorkingDays.value);
  const data = { endedAt: end, dueDay: dateOf(dueDay) };
  const { count } = await tx.emergency.updateMany({ where: { filingId: open.id, dueDay: null }, data });
  if (count === 0) return null;
  const words = `紧急备案须在 ${sayDay(dueDay, clock.today)}前补报`;
  record('emergency.ended', open.id, { endedAt: end.toISOString(), dueDay, notices: [agencyNotice(open, words)] });
  return dueDay;
}

async function remind({ tx, clock, record }: Watch, open: OpenEmergency, dueDay: string): Promise<boolean> {
  const reminders = countReminders(clock.calendar, dueDay, clock.today);
  if (reminders <= open.reminders || isLate(dueDay, clock.today)) return false;
  const where = { filingId: open.id, reminders: open.reminders, supplementedAt: null };
  const { count } = await tx.emergency.updateMany({ where, data: { reminders } });
  if (count === 0) return false;
  const words = reminders === 2 ? '紧急备案今日须补报' : `紧急备案须在 ${sayDay(dueDay, clock.today)}前补报`;
  record('emergency.reminded', open.id, { dueDay, reminders, notices: [agencyNotice(open, words)] });
  return true;
}

async function flag({ tx, scope, clock, now, record }: Watch, open: OpenEmergency, dueDay: string): Promise<boolean> {
  if (!isLate(dueDay, clock.today)) return false;
  const { count } = await tx.emergency.updateMany({
    where: { filingId: open.id, overdueAt: null, supplementedAt: null },
    data: { overdueAt: now },
  });
  if (count === 0) return false;
  const { districtCode } = scope;
  const about = { filingId: open.id, agencyCode: open.agencyCode, enterpriseId: open.enterpriseId };
  await raiseAlert(tx, {
    districtCode,
    kind: 'supplementOverdue',
    dedupe: open.id,
    ...about,
    facts: { 备案编号: open.filingNo, 补报期限: dueDay },
  });
  const office: Notice['to'] = { roles: ['officeClerk', 'officeDirector'] };
  const text = `${open.enterprise}：紧急备案逾期未补报`;
  const notices = [agencyNotice(open, '紧急备案逾期未补报，请立即补报'), { to: office, text, href: `/emergencies/${open.id}` }];
  record('emergency.flagged', open.id, { dueDay, notices });
  return true;
}

/** One emergency as of now: its end, its reminders, its overdue flag. Repeating it changes nothing. */
async function watchEmergency(context: Command<SystemScope>, open: OpenEmergency): Promise<Outcome<null>> {
  const clock = await loadClock(context.tx, context.scope.districtCode);
  const watch = { ...context, clock: { ...clock, today: dayOf(context.now) } };
  const dueDay = await settleDue(watch, open);
  if (dueDay === null) return nothing;
  const isReminded = await remind(watch, open, dueDay);
  const isFlagged = await flag(watch, open, dueDay);
  return isReminded || isFlagged || open.dueDay === null ? ok(null) : nothing;
}

/** Looks at every district's open emergencies and unacknowledged notices; each in a transaction of its own, and none stops the others. */
export async function watchEmergencies(requestId: string): Promise<void> {
  await eachDistrict({ name: 'emergency-watch', requestId }, async ({ scope, origin }) => {
    const open = await listUnsupplemented(db(), scope.districtCode);
    const work = [...open.map((one) => (context: Command<SystemScope>) => watchEmergency(context, one)), remindNotices];
    for (const command of work) {
      await runCommand({ scope, origin, command }).catch((error: unknown) =>
        log.error({ err: error, district: scope.districtCode }, 'a clock of emergencies could not be looked at'),
      );
    }
  });
}

/** Twice an hour, so that a day's turn and a check-out are seen soon. */
export const emergencyWatch: Job = {
  name: 'emergency-watch',
  schedule: '*/30 * * * *',
  run: (_data, requestId) => watchEmergencies(requestId),
};
