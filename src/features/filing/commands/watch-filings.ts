import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { addDays, dayOf } from '#domain/calendar/local-day.ts';
import { sayDay } from '#domain/calendar/wording.ts';
import { computeDue } from '#domain/calendar/working-day.ts';
import type { VisitClock } from '#domain/inspection/open-visit-days.ts';
import type { Notice } from '#platform/audit.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { db } from '#platform/db.ts';
import { eachDistrict } from '#platform/each-district.ts';
import type { Job } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.ts';
import {
  findExpiring,
  findHeldActs,
  findHeldFilings,
  findLapsedActs,
  type HeldAct,
  hasEvent,
  isUnused,
} from '../queries/find-due-filings.ts';
import { loadVisitClock } from '../queries/load-visit-clock.ts';
import { lockVisited } from './judge-request.ts';
import { releaseFiling } from './release-filing.ts';
import { noticesOfEnd } from './tell-ended.ts';

type Context = Command<SystemScope>;
type Work = (context: Context) => Promise<Outcome<null>>;
const unused = '备案时段内未入企';

/** Nobody came in its window, nor since: the filing is worth nothing any more, and counts for nobody. */
export async function expireFiling(context: Context, { filing, hours }: { filing: string; hours: number }): Promise<Outcome<null>> {
  const { tx, scope, record } = context;
  const place = { districtCode: scope.districtCode, agencyCode: '' };
  await lockVisited(tx, place, filing);
  if (!(await isUnused(tx, filing, hours))) return stale('还没有到时间。');
  const from = ['filed', 'filedWithCondition'];
  if (!(await releaseFiling(tx, place, { id: filing, from, to: 'expired', remark: unused }))) return stale('已经入企或已结束。');
  const notices = await noticesOfEnd(tx, filing, { words: `${unused}，备案已失效`, reason: '' });
  record('filing.expired', filing, { reason: unused, notices });
  return ok(null);
}

type Overdue = { readonly filing: string; readonly enterprise: string; readonly due: Day; readonly amendment?: string };

/** What the office has let lie beyond its day goes up to the director, once; it stays held: silence approves nothing. */
export async function escalate({ tx, scope, now, record }: Context, overdue: Overdue): Promise<Outcome<null>> {
  const { filing, enterprise, due, amendment } = overdue;
  await lockVisited(tx, { districtCode: scope.districtCode, agencyCode: '' }, filing);
  const event = amendment ? 'amendment.escalated' : 'filing.escalated';
  if (await hasEvent(tx, { event, filing, amendment })) return stale('已经报告主任。');
  const what = amendment ? '备案变更' : '备案';
  const text = `${enterprise}：${what}应于${sayDay(due, dayOf(now))}前处理，已逾期`;
  const notices: Notice[] = [{ to: { roles: ['officeDirector'] }, text, href: `/filings/${filing}` }];
  record(event, filing, { due, ...(amendment ? { amendment } : {}), notices });
  return ok(null);
}

/** A change that nobody decided before somebody came is worth nothing. */
async function lapse({ tx, record }: Context, { amendment, filing }: { amendment: string; filing: string }): Promise<Outcome<null>> {
  const where = { id: amendment, status: { in: ['proposed' as const, 'held' as const] } };
  const { count } = await tx.filingAmendment.updateMany({ where, data: { status: 'withdrawn', remark: '入企前没有办完' } });
  if (count === 0) return stale('已经办完。');
  record('amendment.lapsed', filing, { amendment });
  return ok(null);
}

function dueOfAct({ today, policy, calendar }: VisitClock, { approvedDay }: HeldAct): Day | null {
  const { day } = computeDue(calendar, approvedDay, policy.values.officeHandlingWorkingDays.value);
  return day < today ? day : null;
}

/** What the office has let lie beyond its day: filings and changes. */
async function findOverdue(districtCode: string, clock: VisitClock): Promise<Overdue[]> {
  const [held, acts] = await Promise.all([findHeldFilings(db(), districtCode, addDays(clock.today, -1)), findHeldActs(db(), districtCode)]);
  const overdue = acts.flatMap((act) => {
    const due = dueOfAct(clock, act);
    return due ? [{ ...act, due }] : [];
  });
  return [...held, ...overdue];
}

/** Everything of a district that the clock has decided about. */
async function findWork(districtCode: string): Promise<Work[]> {
  const clock = await loadVisitClock(db(), districtCode);
  const hours = clock.policy.values.visit.value.expiresAfterHours;
  const [expiring, overdue, lapsed] = await Promise.all([
    findExpiring(db(), districtCode, hours),
    findOverdue(districtCode, clock),
    findLapsedActs(db(), districtCode),
  ]);
  return [
    ...expiring.map(
      ({ id }): Work =>
        (context) =>
          expireFiling(context, { filing: id, hours }),
    ),
    ...overdue.map(
      (one): Work =>
        (context) =>
          escalate(context, one),
    ),
    ...lapsed.map(
      (one): Work =>
        (context) =>
          lapse(context, one),
    ),
  ];
}

/** Each in a transaction of its own: whoever acts in between has decided the same, and none stops the others. */
export async function watchFilings(requestId: string): Promise<void> {
  await eachDistrict({ name: 'filing-watch', requestId }, async ({ scope, origin }) => {
    for (const command of await findWork(scope.districtCode)) {
      await runCommand({ scope, origin, command }).catch((error: unknown) =>
        log.error({ err: error, district: scope.districtCode }, 'a filing could not be watched'),
      );
    }
  });
}

/** Every ten minutes. */
export const filingWatch: Job = { name: 'filing-watch', schedule: '*/10 * * * *', run: (_data, requestId) => watchFilings(requestId) };
