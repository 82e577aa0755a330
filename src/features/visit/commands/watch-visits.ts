import 'server-only';
import { lockVisited } from '#features/filing/commands/judge-request.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { db } from '#platform/db.ts';
import { eachDistrict } from '#platform/each-district.ts';
import type { Job } from '#platform/jobs.ts';
import { log } from '#platform/log.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.ts';
import { archiveRated, findAbsent, findRated, loadVisitPolicy, markAbsent } from '../queries/find-due-visits.ts';
import { findUnclosed } from '../queries/find-unclosed.ts';
import { advanceFiling } from './advance-filing.ts';
import { presumeEnd } from './presume-end.ts';

type Context = Command<SystemScope>;
type Work = (context: Context) => Promise<Outcome<null>>;

/** Parts that never came although others did: they hold the visit up no longer. What their phones still send is kept as a conflict. */
export async function missAbsent(
  { tx, scope, record }: Context,
  { filing, hours }: { filing: string; hours: number },
): Promise<Outcome<null>> {
  await lockVisited(tx, { districtCode: scope.districtCode, agencyCode: '' }, filing);
  const agencies = await markAbsent(tx, scope, { filing, hours });
  if (agencies.length === 0) return stale('没有未到场的单位。');
  const status = await advanceFiling(tx, filing);
  const text = '联合检查的时段已过，本单位没有签到，已按没有到场登记';
  const to = { roles: ['agencyFiler' as const, 'agencyHead' as const], agencyCodes: agencies };
  record('visit.missed', filing, { agencies, status, notices: [{ to, text, href: `/filings/${filing}` }] });
  return ok(null);
}

/** Puts a rated or unrated visit away. */
export async function archiveVisit(
  { tx, scope, record }: Context,
  { filing, days }: { filing: string; days: number },
): Promise<Outcome<null>> {
  if (!(await archiveRated(tx, scope, { filing, days }))) return stale('还不能归档。');
  record('filing.archived', filing, { days });
  return ok(null);
}

async function findWork(scope: SystemScope): Promise<Work[]> {
  const { expiresAfterHours: hours, archiveDays: days } = await loadVisitPolicy(scope);
  const found = [findAbsent(db(), scope, hours), findUnclosed(db(), scope, hours), findRated(db(), scope, days)] as const;
  const [absent, unclosed, rated] = await Promise.all(found);
  return [
    ...absent.map(
      (filing): Work =>
        (context) =>
          missAbsent(context, { filing, hours }),
    ),
    ...unclosed.map(
      (filing): Work =>
        (context) =>
          presumeEnd(context, { filing, hours }),
    ),
    ...rated.map(
      (filing): Work =>
        (context) =>
          archiveVisit(context, { filing, days }),
    ),
  ];
}

/** Each in a transaction of its own: whoever acts in between has decided the same, and none stops the others. */
export async function watchVisits(requestId: string): Promise<void> {
  await eachDistrict({ name: 'visit-watch', requestId }, async ({ scope, origin }) => {
    for (const command of await findWork(scope)) {
      await runCommand({ scope, origin, command }).catch((error: unknown) =>
        log.error({ err: error, district: scope.districtCode }, 'a visit could not be watched'),
      );
    }
  });
}

/** Every ten minutes. */
export const visitWatch: Job = { name: 'visit-watch', schedule: '*/10 * * * *', run: (_data, requestId) => watchVisits(requestId) };
