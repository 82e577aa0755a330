import 'server-only';
import { liveSql } from '#features/filing/queries/status-sets.ts';
import { ownPostSql } from '#features/notification/queries/load-inbox.ts';
import { unsealedSql } from '#features/territory/queries/unsealed.ts';
import { Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';

/** What may wait for somebody at the desk, besides filings, declarations and draws. */
export const dutyNeeds = [
  ...(['takeMessage', 'decideAmendment', 'ringTerritory', 'answerDoor', 'handleAlert', 'callBack', 'chaseSupplement', 'resend'] as const),
  ...(['approveAmendment', 'approveBatch', 'approveSupplement', 'sendBatch', 'writeSupplement'] as const),
  ...(['recordFindings', 'issueLetter', 'publishLetter', 'recheck', 'chaseOrder', 'receiveCase'] as const),
] as const;
export type DutyNeed = (typeof dutyNeeds)[number];

/** Rows of `id`, `name` and `due`, one for each thing that waits. */
type Waiting = Readonly<Partial<Record<DutyNeed, Prisma.Sql>>>;

const endOf = (day: Prisma.Sql) => Prisma.sql`(${day} + interval '23 hours 59 minutes') AT TIME ZONE 'Asia/Shanghai'`;
const noClock = Prisma.sql`NULL::timestamptz`;

const posts = (scope: AgencyScope | OfficeScope) => Prisma.sql`
  SELECT post.id, text AS name, escalates_at AS due FROM role_message post WHERE ${ownPostSql(scope)} AND taken_at IS NULL`;

const amendments = (where: Prisma.Sql) => Prisma.sql`
  SELECT filing.id, enterprise.name, starts_at AS due FROM filing_amendment act JOIN filing ON filing.id = act.filing_id
  JOIN enterprise ON enterprise.id = enterprise_id WHERE ${where}`;

const emergencies = (where: Prisma.Sql) => Prisma.sql`
  SELECT filing.id, enterprise.name, ${endOf(Prisma.sql`due_day`)} AS due FROM emergency JOIN filing ON filing.id = emergency.filing_id
  JOIN enterprise ON enterprise.id = enterprise_id WHERE supplemented_at IS NULL AND filing.status NOT IN ('withdrawn', 'revoked') AND ${where}`;

/** What waits for the office: clerk and director alike. */
export function officeDuties(scope: OfficeScope): Waiting {
  const { districtCode } = scope;
  return {
    takeMessage: posts(scope),
    decideAmendment: amendments(Prisma.sql`act.district_code = ${districtCode} AND act.status = 'held'`),
    ringTerritory: Prisma.sql`SELECT filing.id, enterprise.name, starts_at AS due FROM territory_notice notice JOIN filing ON filing.id = filing_id
      JOIN enterprise ON enterprise.id = enterprise_id WHERE filing.district_code = ${districtCode} AND acknowledged_at IS NULL AND ${unsealedSql}
      AND filing.status IN ${liveSql} AND ends_at > now() AND starts_at < now() + interval '1 day'`,
    answerDoor: Prisma.sql`SELECT report.id, coalesce(enterprise.name, '查验码对应不到备案') AS name, raised_at AS due FROM door_report report
      LEFT JOIN filing ON filing.id = filing_id LEFT JOIN enterprise ON enterprise.id = enterprise_id
      WHERE report.district_code = ${districtCode} AND report.status = 'open'`,
    handleAlert: Prisma.sql`SELECT alert.id, coalesce(enterprise.name, short_name, '') AS name, ${noClock} AS due FROM alert
      LEFT JOIN enterprise ON enterprise.id = enterprise_id LEFT JOIN agency ON agency.code = agency_code
      WHERE alert.district_code = ${districtCode} AND alert.status = 'open'`,
    callBack: Prisma.sql`SELECT feedback_id AS id, enterprise.name, ${endOf(Prisma.sql`due_day`)} AS due FROM callback_task task
      JOIN feedback ON feedback.id = feedback_id JOIN filing ON filing.id = filing_id JOIN enterprise ON enterprise.id = enterprise_id
      WHERE task.district_code = ${districtCode} AND done_at IS NULL`,
    chaseSupplement: emergencies(
      Prisma.sql`emergency.district_code = ${districtCode} AND due_day < (now() AT TIME ZONE 'Asia/Shanghai')::date`,
    ),
    resend: Prisma.sql`SELECT id, template AS name, ${noClock} AS due FROM outbox_message WHERE district_code = ${districtCode} AND status = 'failed'`,
  };
}

const parts = Prisma.sql`FROM filing_agency part JOIN filing ON filing.id = part.filing_id JOIN enterprise ON enterprise.id = enterprise_id
  LEFT JOIN result_letter letter ON letter.filing_id = part.filing_id AND letter.agency_code = part.agency_code`;

const letters = (own: string) => Prisma.sql`SELECT filing.id, enterprise.name, ${endOf(Prisma.sql`publish_due_day`)} AS due ${parts}
  WHERE part.agency_code = ${own} AND letter.code IS NOT NULL AND published_at IS NULL AND withdrawn_at IS NULL`;

const orders = (own: string, where: Prisma.Sql) => Prisma.sql`
  SELECT finding.filing_id AS id, enterprise.name, ${endOf(Prisma.sql`due_day`)} AS due FROM rectification JOIN finding ON finding.id = finding_id
  JOIN filing ON filing.id = finding.filing_id JOIN enterprise ON enterprise.id = enterprise_id WHERE finding.agency_code = ${own} AND ${where}`;

/** What waits for an agency's filers. */
export function filerDuties(scope: AgencyScope): Waiting {
  const own = scope.agencyCode;
  return {
    takeMessage: posts(scope),
    writeSupplement: emergencies(Prisma.sql`agency_code = ${own} AND supplemented_by_id IS NULL`),
    sendBatch: Prisma.sql`SELECT id, to_char(created_at AT TIME ZONE 'Asia/Shanghai', 'FMMM"月"FMDD"日建立"') AS name, ${noClock} AS due FROM filing_batch
      WHERE agency_code = ${own} AND status = 'draft'`,
    recordFindings: Prisma.sql`SELECT filing.id, enterprise.name, ${noClock} AS due ${parts}
      WHERE part.agency_code = ${own} AND checked_out_at IS NOT NULL AND recorded_at IS NULL AND letter.code IS NULL AND filing.status <> 'archived'`,
    issueLetter: Prisma.sql`SELECT filing.id, enterprise.name, ${noClock} AS due ${parts}
      WHERE part.agency_code = ${own} AND checked_out_at IS NOT NULL AND recorded_at IS NOT NULL AND letter.code IS NULL AND filing.status <> 'archived'`,
    publishLetter: letters(own),
    recheck: orders(own, Prisma.sql`rectification.status = 'reported'`),
    chaseOrder: orders(own, Prisma.sql`rectification.status = 'ordered' AND due_day < (now() AT TIME ZONE 'Asia/Shanghai')::date`),
    receiveCase: Prisma.sql`SELECT finding.filing_id AS id, enterprise.name, ${noClock} AS due FROM finding JOIN filing ON filing.id = finding.filing_id
      JOIN enterprise ON enterprise.id = enterprise_id WHERE to_agency_code = ${own} AND follow_up = 'handOver' AND finding.recorded_at > now() - interval '14 days'`,
  };
}

/** What waits for an agency's head. */
export function headDuties(scope: AgencyScope): Waiting {
  const own = scope.agencyCode;
  return {
    takeMessage: posts(scope),
    approveAmendment: amendments(Prisma.sql`act.agency_code = ${own} AND act.status = 'proposed'`),
    approveBatch: Prisma.sql`SELECT batch.id, count(*) || ' 件' AS name, min(filing.starts_at) AS due FROM filing_batch batch
      JOIN filing_batch_item item ON item.batch_id = batch.id JOIN filing ON filing.id = item.filing_id
      WHERE batch.agency_code = ${own} AND filing.status = 'submitted' GROUP BY batch.id`,
    approveSupplement: emergencies(Prisma.sql`agency_code = ${own} AND supplemented_by_id IS NOT NULL`),
    publishLetter: letters(own),
  };
}
