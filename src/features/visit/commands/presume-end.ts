import 'server-only';
import { raiseAlerts } from '#features/conduct/commands/raise-alerts.ts';
import { lockVisited } from '#features/filing/commands/judge-request.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.ts';
import { presumeLeft, type UnclosedPart } from '../queries/find-unclosed.ts';
import { advanceFiling } from './advance-filing.ts';

const raisedOf = (districtCode: string, filing: string, part: UnclosedPart) => ({
  ...{ districtCode, kind: 'neverLeft' as const, dedupe: `${filing}:${part.agency}`, filingId: filing },
  ...{ agencyCode: part.agency, enterpriseId: part.enterpriseId },
  facts: { 企业: part.enterprise, 单位: part.agencyName, 备案编号: part.filingNo },
});

function noticesOf(filing: string, parts: readonly UnclosedPart[]): Notice[] {
  const office = `${parts[0]?.enterprise}：${parts.map(({ agencyName }) => agencyName).join('、')}签到后一直没有离企签退`;
  const own = '检查时段早已结束，本单位还没有离企签退，请补签退';
  return [
    { to: { roles: ['officeClerk', 'officeDirector'] }, text: office, href: '/alerts' },
    { to: { roles: ['agencyFiler', 'agencyHead'], agencyCodes: parts.map(({ agency }) => agency) }, text: own, href: `/filings/${filing}` },
    { to: { userIds: parts.flatMap(({ userIds }) => userIds) }, text: own, href: `/inspector/visits/${filing}` },
  ];
}

/**
 * Parts that came and never checked out: the planned end stands for theirs, so that the rating and the publication of the results are
 * not waited for in vain; the office is alerted, and whoever is inside by the record can still check out.
 */
export async function presumeEnd(
  { tx, scope, record }: Command<SystemScope>,
  { filing, hours }: { filing: string; hours: number },
): Promise<Outcome<null>> {
  await lockVisited(tx, { districtCode: scope.districtCode, agencyCode: '' }, filing);
  const parts = await presumeLeft(tx, scope, { filing, hours });
  if (parts.length === 0) return stale('没有未签退的单位。');
  await raiseAlerts(
    tx,
    parts.map((part) => raisedOf(scope.districtCode, filing, part)),
  );
  const status = await advanceFiling(tx, filing);
  record('visit.endPresumed', filing, { agencies: parts.map(({ agency }) => agency), status, notices: noticesOf(filing, parts) });
  return ok(null);
}
