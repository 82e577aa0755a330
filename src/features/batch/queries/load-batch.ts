import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/local-day.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { shownStatusSql } from '#platform/statements.ts';
import { hoursOf, missingInBatch } from '../schema/batch-request.ts';
import { type BatchBody, batchBody } from '../schema.ts';
import { approvingSql } from './load-approval.ts';

export type BatchStatus = 'draft' | 'sending' | 'sent';
export type ItemStatus = 'waiting' | 'refused' | 'submitted' | 'failed';

type ItemRow = {
  readonly position: number;
  readonly enterpriseId: string;
  readonly name: string;
  readonly uscc: string;
  readonly territory: string;
  readonly keyEnterprise: boolean;
  readonly start: Date;
  readonly end: Date;
  readonly status: ItemStatus;
  readonly verdict: Verdict | null;
  readonly say: string;
  readonly filing: { readonly id: string; readonly status: FilingStatus; readonly filingNo: string | null } | null;
};
export type BatchItem = ItemRow & { readonly day: Day; readonly hours: { readonly start: string; readonly end: string } };

type Head = {
  status: BatchStatus;
  body: BatchBody;
  author: string;
  createdAt: Date;
  sentAt: Date | null;
  now: Date;
  isApproving: boolean;
};

export type BatchDesk = Head & {
  readonly id: string;
  readonly items: readonly BatchItem[];
  readonly missing: Readonly<Record<string, readonly string[]>>;
  readonly total: number;
  /** Items that have their fate. */
  readonly done: number;
  /** Filings that wait for the head. */
  readonly waiting: number;
  /** Filings that the head's press brought on: filed or held. */
  readonly filed: number;
};

const headSql = (
  { districtCode, agencyCode }: AgencyScope,
  id: string,
) => Prisma.sql`SELECT batch.status::text AS status, body, author.name AS author,
    batch.created_at AS "createdAt", sent_at AS "sentAt", now() AS now, ${approvingSql} AS "isApproving"
  FROM filing_batch batch JOIN user_account author ON author.id = author_id
  WHERE batch.id = ${id}::uuid AND batch.district_code = ${districtCode} AND batch.agency_code = ${agencyCode}`;

const itemsSql = (
  scope: AgencyScope,
  id: string,
) => Prisma.sql`SELECT position, enterprise.id AS "enterpriseId", enterprise.name, uscc, territory.name AS territory,
    key_enterprise AS "keyEnterprise", item.starts_at AS start, item.ends_at AS "end", item.status::text AS status, item.verdict, say,
    CASE WHEN filing.id IS NOT NULL THEN json_build_object('id', filing.id, 'status', ${shownStatusSql(scope)}, 'filingNo', filing_no) END AS filing
  FROM filing_batch_item item JOIN enterprise ON enterprise.id = item.enterprise_id JOIN territory ON territory.code = accountable_code
  LEFT JOIN filing ON filing.id = filing_id WHERE batch_id = ${id}::uuid ORDER BY position`;

/** A verdict as it was kept, with its instants as instants again. */
function revive(verdict: Verdict | null): Verdict | null {
  if (!verdict) return null;
  const fixes = verdict.fixes.map((fix) => ('start' in fix ? { ...fix, start: new Date(fix.start), end: new Date(fix.end) } : fix));
  return { ...verdict, fixes };
}

/** One batch of the agency with all its items; null for everybody else's. */
export async function loadBatch(scope: AgencyScope, id: string): Promise<BatchDesk | null> {
  const [head] = await db().$queryRaw<Head[]>(headSql(scope, id));
  if (!head) return null;
  const rows = await db().$queryRaw<ItemRow[]>(itemsSql(scope, id));
  const body = batchBody.parse(head.body);
  const waiting = rows.filter(({ filing }) => filing?.status === 'submitted').length;
  return {
    ...{ ...head, id, body, waiting, total: rows.length, missing: missingInBatch(body) },
    items: rows.map((row) => ({ ...row, verdict: revive(row.verdict), day: dayOf(row.start), hours: hoursOf(row) })),
    done: rows.filter(({ status }) => status !== 'waiting').length,
    filed: rows.filter(({ filing }) => filing && filing.status !== 'submitted').length,
  };
}

export type BatchRow = {
  readonly id: string;
  readonly status: BatchStatus;
  readonly author: string;
  readonly createdAt: Date;
  readonly items: number;
  readonly submitted: number;
  readonly refused: number;
  readonly waiting: number;
};
export type BatchList = {
  readonly rows: readonly BatchRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly now: Date;
};

const pageSize = 15;

/** The agency's batches, latest first. */
export async function listBatches({ districtCode, agencyCode }: AgencyScope, page: number): Promise<BatchList> {
  const mine = Prisma.sql`district_code = ${districtCode} AND agency_code = ${agencyCode}`;
  const [rows, [counted]] = await Promise.all([
    db().$queryRaw<
      BatchRow[]
    >(Prisma.sql`SELECT batch.id, batch.status::text AS status, author.name AS author, batch.created_at AS "createdAt", count(item)::int AS items,
        (count(*) FILTER (WHERE item.status = 'submitted'))::int AS submitted, (count(*) FILTER (WHERE item.status = 'refused'))::int AS refused,
        (count(*) FILTER (WHERE filing.status = 'submitted'))::int AS waiting
      FROM (SELECT * FROM filing_batch WHERE ${mine} ORDER BY created_at DESC, id LIMIT ${pageSize} OFFSET ${(page - 1) * pageSize}) batch
      JOIN user_account author ON author.id = author_id LEFT JOIN filing_batch_item item ON batch_id = batch.id LEFT JOIN filing ON filing.id = filing_id
      GROUP BY batch.id, batch.status, author.name, batch.created_at ORDER BY batch.created_at DESC, batch.id`),
    db().$queryRaw<{ total: number; now: Date }[]>(Prisma.sql`SELECT count(*)::int AS total, now() AS now FROM filing_batch WHERE ${mine}`),
  ]);
  const total = counted?.total ?? 0;
  return { rows, total, page, pages: Math.max(1, Math.ceil(total / pageSize)), now: counted?.now ?? new Date(0) };
}
