import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { computePublicationDue, stateOfClock } from '#domain/finding/clock.ts';
import type { Raised } from '#features/conduct/commands/raise-alert.ts';
import { type NewAlert, raiseAlerts } from '#features/conduct/commands/raise-alerts.ts';
import { recordRaised } from '#features/conduct/commands/record-raised.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { eachDistrict } from '#platform/each-district.ts';
import type { Job } from '#platform/jobs.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { SystemScope } from '#platform/scope.ts';
import { type DistrictClock, loadClock } from '../queries/load-clock.ts';

type Late = {
  readonly filingId: string;
  readonly filingNo: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly dueDay: Day;
  readonly no: string;
};

const placeSql = Prisma.sql`filing.id AS "filingId", filing_no AS "filingNo", agency.code AS agency, agency.short_name AS "agencyName",
  enterprise.id AS "enterpriseId", enterprise.name AS enterprise`;
const tablesSql = Prisma.sql`JOIN enterprise ON enterprise.id = enterprise_id`;

/** Parts that were left and whose results are not public though their day is over, with or without a letter. */
async function findUnpublished(tx: Statements, { districtCode }: SystemScope, clock: DistrictClock): Promise<Late[]> {
  const rows = await tx.$queryRaw<(Late & { checkedOutAt: Date })[]>(Prisma.sql`
    SELECT ${placeSql}, coalesce(checked_out_at, presumed_out_at) AS "checkedOutAt", '' AS no FROM filing ${tablesSql} JOIN filing_agency part ON part.filing_id = filing.id
    JOIN agency ON agency.code = part.agency_code LEFT JOIN result_letter letter ON letter.filing_id = filing.id AND letter.agency_code = agency.code
    WHERE filing.district_code = ${districtCode} AND coalesce(checked_out_at, presumed_out_at) < now() - make_interval(days => ${clock.valueOf('findingsPublicWorkingDays')}::int)
      AND letter.published_at IS NULL AND letter.overdue_at IS NULL
      AND NOT EXISTS (SELECT FROM alert WHERE filing_id = filing.id AND alert.agency_code = agency.code AND kind = 'publicationOverdue')
    ORDER BY "checkedOutAt", filing.id LIMIT 1000`);
  const days = clock.valueOf('findingsPublicWorkingDays');
  const dated = rows.map((row) => ({ ...row, dueDay: computePublicationDue(clock.calendar, row.checkedOutAt, days) }));
  return dated.filter(({ dueDay }) => stateOfClock(dueDay, clock.today) === 'overdue');
}

/** Marks orders whose day is over without a report, and gives them; the mark makes sure that each comes once. */
function markLateOrders(tx: Statements, { districtCode }: SystemScope, today: Day): Promise<Late[]> {
  return tx.$queryRaw<Late[]>(Prisma.sql`
    UPDATE rectification SET overdue_at = now() FROM finding JOIN filing ON filing.id = filing_id JOIN agency ON agency.code = finding.agency_code ${tablesSql}
    WHERE finding.id = finding_id AND finding.district_code = ${districtCode} AND rectification.status = 'ordered' AND overdue_at IS NULL AND due_day < ${today}::date
    RETURNING ${placeSql}, due_day::text AS "dueDay", finding.no`);
}

async function markLateLetters(tx: Statements, late: readonly Late[]): Promise<void> {
  const rows = JSON.stringify(late.map(({ filingId, agency }) => ({ filing: filingId, agency })));
  await tx.$executeRaw(Prisma.sql`UPDATE result_letter SET overdue_at = now() FROM jsonb_to_recordset(${rows}::jsonb) AS item (filing uuid, agency text)
    WHERE filing_id = item.filing AND agency_code = item.agency AND overdue_at IS NULL`);
}

function raisedOf(kind: Raised['kind'], { districtCode }: SystemScope, late: Late): Raised {
  const { filingId, agency, enterpriseId, no, dueDay } = late;
  const facts = { 企业: late.enterprise, 单位: late.agencyName, [no ? '检查结果编号' : '备案编号']: no || late.filingNo, 截止: dueDay };
  return { districtCode, kind, dedupe: no || `${filingId}:${agency}`, filingId, agencyCode: agency, enterpriseId, facts };
}

/** Each agency hears once how many of its results or orders are late. */
function tellAgencies({ record }: Command<SystemScope>, raised: readonly NewAlert[]): void {
  const kinds = { publicationOverdue: ['检查结果公示逾期', 'publish'], rectificationOverdue: ['整改逾期未报告', 'rectify'] } as const;
  const agencies = new Map(raised.map((alert) => [`${alert.raised.agencyCode} ${alert.raised.kind}`, alert]));
  for (const [key, { id, raised: one }] of agencies) {
    const kind = one.kind as keyof typeof kinds;
    const count = raised.filter((other) => `${other.raised.agencyCode} ${other.raised.kind}` === key).length;
    const [text, view] = kinds[kind];
    const to = { roles: ['agencyFiler' as const, 'agencyHead' as const], agencyCodes: [one.agencyCode ?? ''] };
    record('deadline.missed', id, { kind, count, notices: [{ to, text: `${text} ${count} 件`, href: `/findings?view=${view}` }] });
  }
}

/** Looks for results that should be public and orders whose day is over: alert to the office, message to the agency. */
export async function watchResults(context: Command<SystemScope>): Promise<Outcome<{ readonly raised: number }>> {
  const { tx, scope, record } = context;
  const clock = await loadClock(scope.districtCode, tx);
  const [letters, orders] = [await findUnpublished(tx, scope, clock), await markLateOrders(tx, scope, clock.today)];
  await markLateLetters(tx, letters);
  const late = [
    ...letters.map((row) => raisedOf('publicationOverdue', scope, row)),
    ...orders.map((row) => raisedOf('rectificationOverdue', scope, row)),
  ];
  const raised = await raiseAlerts(tx, late);
  recordRaised(record, raised);
  tellAgencies(context, raised);
  return raised.length > 0 ? ok({ raised: raised.length }) : stale('没有新的逾期。');
}

/** Every hour, district by district; running it again raises nothing twice. */
export const findingWatch: Job = {
  name: 'finding-watch',
  schedule: '20 * * * *',
  run: (_data, requestId) =>
    eachDistrict({ name: 'finding-watch', requestId }, ({ scope, origin }) => runCommand({ scope, origin, command: watchResults })),
};
