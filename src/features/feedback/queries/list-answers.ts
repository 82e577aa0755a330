import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { answersOnPage, type FeedbackFilter } from '../schema.ts';

export type Overall = 'satisfied' | 'fairly' | 'dissatisfied';
export type AnswerRow = {
  readonly id: string;
  readonly filing: string;
  readonly filingNo: string;
  readonly enterprise: string;
  readonly agency: string;
  readonly overall: Overall;
  readonly conduct: readonly string[];
  readonly text: string;
  /** A plain day. */
  readonly answeredOn: Date;
};
export type AgencySummary = {
  readonly code: string;
  readonly name: string;
  readonly n: number;
  readonly good: number;
  readonly unanswered: number;
  readonly open: number;
};
export type AnswerList = {
  readonly rows: readonly AnswerRow[];
  readonly total: number;
  readonly pages: number;
};

function whereSql(scope: OfficeScope, { agency, overall, month, conduct }: FeedbackFilter): Prisma.Sql {
  const parts = [Prisma.sql`feedback.district_code = ${scope.districtCode}`];
  if (agency) parts.push(Prisma.sql`feedback.agency_code = ${agency}`);
  if (overall) parts.push(Prisma.sql`overall = ${overall}::overall`);
  if (month) parts.push(Prisma.sql`to_char(answered_on, 'YYYY-MM') = ${month}`);
  if (conduct) parts.push(Prisma.sql`conduct <> '{}'`);
  return Prisma.join(parts, ' AND ');
}

/** Every answer of the district, for the office alone; the latest first. */
export async function listAnswers(scope: OfficeScope, filter: FeedbackFilter): Promise<AnswerList> {
  const where = whereSql(scope, filter);
  const [rows, [counted]] = await Promise.all([
    db().$queryRaw<AnswerRow[]>(Prisma.sql`
      SELECT feedback.id, filing.id AS filing, coalesce(filing_no, '') AS "filingNo", enterprise.name AS enterprise, short_name AS agency,
        overall::text AS overall, conduct, text, answered_on AS "answeredOn"
      FROM feedback JOIN filing ON filing.id = filing_id JOIN enterprise ON enterprise.id = enterprise_id JOIN agency ON agency.code = agency_code
      WHERE ${where} ORDER BY answered_on DESC, feedback.id DESC LIMIT ${answersOnPage} OFFSET ${(filter.page - 1) * answersOnPage}`),
    db().$queryRaw<{ total: number }[]>(Prisma.sql`SELECT count(*)::int AS total FROM feedback WHERE ${where}`),
  ]);
  const total = counted?.total ?? 0;
  return { rows, total, pages: Math.max(1, Math.ceil(total / answersOnPage)) };
}

/** Per agency this year: answers, good ones, ratings that ended without one, and those still open. The office sees every number. */
export function summariseAgencies(scope: OfficeScope): Promise<AgencySummary[]> {
  return db().$queryRaw(Prisma.sql`
    SELECT code, short_name AS name, count(feedback.id)::int AS n, (count(feedback.id) FILTER (WHERE overall <> 'dissatisfied'))::int AS good,
      (count(*) FILTER (WHERE feedback.id IS NULL AND invitation.status = 'closed'))::int AS unanswered,
      (count(*) FILTER (WHERE feedback.id IS NULL AND invitation.status IN ('due', 'invited')))::int AS open
    FROM feedback_invitation invitation JOIN filing_agency part ON part.filing_id = invitation.filing_id
      AND coalesce(checked_out_at, presumed_out_at) IS NOT NULL
    JOIN agency ON code = part.agency_code
    LEFT JOIN feedback ON feedback.filing_id = part.filing_id AND feedback.agency_code = part.agency_code
    WHERE invitation.district_code = ${scope.districtCode}
      AND extract(year FROM closes_at AT TIME ZONE 'Asia/Shanghai') = extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')
    GROUP BY code, short_name ORDER BY code`);
}
