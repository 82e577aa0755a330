import 'server-only';
import { type Exempted, findExemptionOutliers } from '#domain/conduct/funnel.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { eachDistrict } from '#platform/each-district.ts';
import type { Job } from '#platform/jobs.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.ts';
import { loadConductRules } from '../queries/load-conduct-rules.ts';
import { loadParts, type PartRow, partsWithin } from '../queries/load-parts.ts';
import type { Raised } from './raise-alert.ts';
import { raiseAlerts } from './raise-alerts.ts';
import { recordRaised } from './record-raised.ts';

/** How far back a check-out is looked at: longer than any pause of the worker; what was raised is not raised again. */
const lookBack = Prisma.sql`interval '7 days'`;

/** What one part that was left differs in from its form. */
export function alertsOfPart(row: PartRow, districtCode: string): Raised[] {
  const { filingId, filingNo, agency, agencyName, enterpriseId, enterprise, metered } = row;
  const known = { 备案编号: filingNo, 单位: agencyName, 企业: enterprise };
  const place = { districtCode, dedupe: `${filingId}:${agency}`, filingId, agencyCode: agency, enterpriseId };
  const raise = (kind: Raised['kind'], facts: Raised['facts']): Raised => ({ ...place, kind, facts: { ...known, ...facts } });
  return [
    ...(metered.isOvertime ? [raise('overtime', { 超出备案时段: `${metered.minutesOver} 分` })] : []),
    ...(metered.isMorePeople ? [raise('morePeople', { 备案人数: row.peopleFiled, 实到人数: row.peopleCame ?? 0 })] : []),
    ...(metered.isOtherMatters ? [raise('otherMatters', { 备案外事项: `${row.mattersOther} 项` })] : []),
    ...(metered.isNotShown ? [raise('codeNotShown', { 出示查验码: '没有记录' })] : []),
  ];
}

async function findDifferences(tx: Statements, scope: SystemScope, overtimeMinutes: number): Promise<Raised[]> {
  const where = Prisma.sql`${partsWithin(scope)} AND filing.filing_no IS NOT NULL AND checked_out_at > now() - ${lookBack}`;
  const rows = await loadParts(where, { overtimeMinutes, access: tx });
  return rows.flatMap((row) => alertsOfPart(row, scope.districtCode));
}

type Frequent = { readonly enterpriseId: string; readonly name: string; readonly visits: number; readonly filingId: string };

/** Enterprises entered so often within so many days; the same visits are told once. */
async function findFrequent(tx: Statements, { districtCode }: SystemScope, rule: { visits: number; days: number }): Promise<Raised[]> {
  const rows = await tx.$queryRaw<Frequent[]>(Prisma.sql`
    SELECT enterprise.id AS "enterpriseId", enterprise.name, count(*)::int AS visits, (array_agg(filing.id ORDER BY starts_at DESC, filing.id))[1] AS "filingId"
    FROM filing JOIN enterprise ON enterprise.id = enterprise_id
    WHERE filing.district_code = ${districtCode} AND starts_at > now() - make_interval(days => ${rule.days}::int) AND starts_at <= now()
      AND EXISTS (SELECT FROM filing_agency WHERE filing_id = filing.id AND checked_in_at IS NOT NULL)
    GROUP BY enterprise.id HAVING count(*) >= ${rule.visits}::int ORDER BY enterprise.id LIMIT 1000`);
  return rows.map(({ enterpriseId, name, visits, filingId }) => ({
    ...{ districtCode, kind: 'frequentVisits', dedupe: `${enterpriseId}:${filingId}`, filingId, enterpriseId },
    facts: { 企业: name, 入企次数: visits, 天数: rule.days },
  }));
}

type Share = Exempted & { readonly name: string; readonly month: string };

async function findExempted(tx: Statements, { districtCode }: SystemScope, smallest: number): Promise<Raised[]> {
  const rows = await tx.$queryRaw<Share[]>(Prisma.sql`
    SELECT lead_agency_code AS agency, short_name AS name, to_char(now() AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM') AS month, count(*)::int AS filings,
      count(*) FILTER (WHERE jsonb_typeof(request -> 'exemption') = 'object')::int AS exempted
    FROM filing JOIN agency ON agency.code = lead_agency_code
    WHERE filing.district_code = ${districtCode} AND filing_no IS NOT NULL AND filed_at > now() - interval '90 days' GROUP BY 1, 2 ORDER BY 1`);
  const names = new Map(rows.map((row) => [row.agency, row]));
  return findExemptionOutliers(rows, smallest).map(({ agency, filings, exempted }) => ({
    ...{ districtCode, kind: 'exemptionShare', dedupe: `${agency}:${names.get(agency)?.month}`, agencyCode: agency },
    facts: { 单位: names.get(agency)?.name ?? agency, 近90天备案: filings, 例外情形: exempted },
  }));
}

/** Looks at a district's conduct and raises what is new: differences from forms, frequent visits, exemptions beyond the usual. */
export async function watchConduct({ tx, scope, record }: Command<SystemScope>): Promise<Outcome<{ readonly raised: number }>> {
  const rules = await loadConductRules(scope.districtCode, tx);
  const found = [
    ...(await findDifferences(tx, scope, rules.overtimeMinutes)),
    ...(await findFrequent(tx, scope, rules.frequent)),
    ...(await findExempted(tx, scope, rules.smallestCell)),
  ];
  const raised = await raiseAlerts(tx, found);
  recordRaised(record, raised);
  return raised.length > 0 ? ok({ raised: raised.length }) : stale('没有新的提醒。');
}

/** Every ten minutes, district by district; running it again raises nothing twice. */
export const conductWatch: Job = {
  name: 'conduct-watch',
  schedule: '*/10 * * * *',
  run: (_data, requestId) =>
    eachDistrict({ name: 'conduct-watch', requestId }, ({ scope, origin }) => runCommand({ scope, origin, command: watchConduct })),
};
