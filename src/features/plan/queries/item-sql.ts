import 'server-only';
import { Prisma } from '#platform/db.ts';

/** A row `entry` of plan_entry as a PlanItem (domain), in one jsonb: page, PDF, CSV, API and publication all read it like this. */
export const itemSql = Prisma.sql`jsonb_build_object('no', entry.no, 'title', entry.title, 'kind', entry.kind, 'form', entry.form,
  'agencies', (SELECT jsonb_agg(agency_code ORDER BY is_lead DESC, agency_code) FROM plan_entry_agency WHERE plan_entry_id = entry.id),
  'matters', (SELECT coalesce(jsonb_agg(code ORDER BY code), '[]') FROM plan_entry_matter JOIN matter ON matter.id = matter_id WHERE plan_entry_id = entry.id),
  'months', (SELECT coalesce(jsonb_agg(jsonb_build_object('month', month, 'quota', month_row.quota) ORDER BY month), '[]')
    FROM plan_entry_month month_row WHERE plan_entry_id = entry.id),
  'fromDay', entry.from_day, 'toDay', entry.to_day, 'quota', entry.quota, 'fullCoverage', entry.full_coverage, 'source', entry.source,
  'poolLabel', entry.pool_label, 'approvalDocument', entry.approval_document)`;
