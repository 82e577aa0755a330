import 'server-only';
import type { EmergencyState } from '#domain/emergency/states.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { matchSql } from '#features/enterprise/queries/match-sql.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { shownStatusSql } from '#platform/statements.ts';
import type { DeskQuery } from '../schema.ts';
import { fingerprintSql } from './fingerprint-sql.ts';

export const pageSize = 20;

export type Officer = { readonly name: string; readonly credentialNo: string | null };

export type EmergencyRow = {
  readonly id: string;
  readonly confirmationNo: string;
  readonly enterprise: string;
  readonly uscc: string;
  readonly agency: string;
  readonly caller: string;
  readonly callerPhone: string;
  readonly calledAt: Date;
  readonly clerk: string;
  readonly reason: string;
  readonly officers: readonly Officer[];
  readonly start: Date;
  readonly end: Date;
  readonly filingNo: string;
  readonly status: FilingStatus;
  readonly endedAt: Date | null;
  readonly dueDay: string | null;
  readonly overdueAt: Date | null;
  readonly isWritten: boolean;
  readonly supplementedAt: Date | null;
  readonly late: boolean;
};

export type EmergencyPage = {
  readonly rows: readonly EmergencyRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly today: string;
  readonly now: Date;
};

type Reader = AgencyScope | OfficeScope;

const fieldsOf = (
  scope: Reader,
) => Prisma.sql`filing.id, confirmation_no AS "confirmationNo", enterprise.name AS enterprise, enterprise.uscc, agency.short_name AS agency,
  caller.name AS caller, caller_phone AS "callerPhone", called_at AS "calledAt", clerk.name AS clerk, reason,
  (SELECT coalesce(json_agg(json_build_object('name', inspector.name, 'credentialNo', credential_no) ORDER BY credential_no), '[]')
    FROM filing_inspector JOIN inspector ON inspector.id = inspector_id WHERE filing_id = filing.id) AS officers,
  starts_at AS start, ends_at AS end, filing_no AS "filingNo", ${shownStatusSql(scope)} AS status, ended_at AS "endedAt", due_day::text AS "dueDay",
  overdue_at AS "overdueAt", supplemented_by_id IS NOT NULL AS "isWritten", supplemented_at AS "supplementedAt", late`;

const fromSql = Prisma.sql`emergency JOIN filing ON filing.id = emergency.filing_id JOIN enterprise ON enterprise.id = filing.enterprise_id
  JOIN agency ON agency.code = emergency.agency_code JOIN inspector caller ON caller.id = caller_id JOIN user_account clerk ON clerk.id = clerk_id`;

const todaySql = Prisma.sql`(now() AT TIME ZONE 'Asia/Shanghai')::date`;
const openSql = Prisma.sql`supplemented_at IS NULL AND filing.status NOT IN ('withdrawn', 'revoked')`;
const stateSql: Readonly<Record<EmergencyState, Prisma.Sql>> = {
  open: openSql,
  overdue: Prisma.sql`${openSql} AND due_day < ${todaySql}`,
  late: Prisma.sql`late`,
  done: Prisma.sql`supplemented_at IS NOT NULL AND NOT late`,
};

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Eight digits are a confirmation number, however they were grouped; other words are sought in the enterprise, the reason with its plate, and the number. */
function wordsSql(q: string): Prisma.Sql {
  const digits = q.replace(/[\s-]/g, '');
  if (/^\d{8}$/.test(digits)) return Prisma.sql`confirmation_no = ${digits}`;
  const like = `%${escapeLike(q)}%`;
  return Prisma.sql`(${matchSql(q)} OR reason ILIKE ${like} OR filing_no ILIKE ${like})`;
}

function withinSql({ kind, districtCode, agencyCode }: Reader): Prisma.Sql {
  const own = Prisma.sql`emergency.district_code = ${districtCode}`;
  return kind === 'office' ? own : Prisma.sql`${own} AND emergency.agency_code = ${agencyCode}`;
}

function filterSql(scope: Reader, { q, state }: Pick<DeskQuery, 'q' | 'state'>): Prisma.Sql {
  const parts = [withinSql(scope), ...(q ? [wordsSql(q)] : []), ...(state ? [stateSql[state]] : [])];
  return Prisma.join(parts, ' AND ');
}

/** Emergencies within the scope: what is due first while they are open, else the latest call. */
export async function listEmergencies(scope: Reader, query: Pick<DeskQuery, 'q' | 'state' | 'page'>): Promise<EmergencyPage> {
  const where = filterSql(scope, query);
  const order =
    query.state === 'open' || query.state === 'overdue' ? Prisma.sql`due_day NULLS LAST, called_at` : Prisma.sql`called_at DESC`;
  const [rows, [counted]] = await Promise.all([
    db().$queryRaw<EmergencyRow[]>(Prisma.sql`SELECT ${fieldsOf(scope)} FROM ${fromSql} WHERE ${where} ORDER BY ${order}, filing.id
      LIMIT ${pageSize} OFFSET ${(query.page - 1) * pageSize}`),
    db().$queryRaw<{ total: number; today: string; now: Date }[]>(
      Prisma.sql`SELECT count(*)::int AS total, ${todaySql}::text AS today, now() AS now FROM ${fromSql} WHERE ${where}`,
    ),
  ]);
  const { total = 0, today = '', now = new Date(0) } = counted ?? {};
  return { rows, total, page: query.page, pages: Math.max(1, Math.ceil(total / pageSize)), today, now };
}

/** Everything in one state, for a file. */
export function listAllEmergencies(scope: Reader, state: EmergencyState, access: Statements): Promise<EmergencyRow[]> {
  return access.$queryRaw<
    EmergencyRow[]
  >(Prisma.sql`SELECT ${fieldsOf(scope)} FROM ${fromSql} WHERE ${filterSql(scope, { q: undefined, state })}
    ORDER BY due_day NULLS LAST, called_at, filing.id LIMIT 5000`);
}

export type CallRow = { readonly id: string; readonly at: Date; readonly answer: string; readonly note: string; readonly clerk: string };
export type EmergencyView = EmergencyRow & {
  readonly today: string;
  readonly now: Date;
  /** Fingerprint of the form as shown. */
  readonly seen: string;
  readonly writer: string | null;
  readonly writerId: string | null;
  readonly approver: string | null;
  /** What enterprises said on the telephone; agencies never see it. */
  readonly calls: readonly CallRow[];
};

type OwnRow = Omit<EmergencyView, 'calls'>;

/** One emergency within the scope; the office also sees who rang up about it. */
export async function loadEmergency(scope: Reader, id: string): Promise<EmergencyView | null> {
  const [row] = await db().$queryRaw<
    OwnRow[]
  >(Prisma.sql`SELECT ${fieldsOf(scope)}, ${todaySql}::text AS today, now() AS now, ${fingerprintSql} AS seen,
      writer.name AS writer, supplemented_by_id AS "writerId", approver.name AS approver
    FROM ${fromSql} LEFT JOIN user_account writer ON writer.id = supplemented_by_id LEFT JOIN inspector approver ON approver.id = emergency.approver_id
    WHERE filing.id = ${id}::uuid AND ${withinSql(scope)}`);
  if (!row) return null;
  const calls =
    scope.kind === 'office'
      ? await db().$queryRaw<CallRow[]>(Prisma.sql`SELECT emergency_call.id, at, answer, note, name AS clerk FROM emergency_call
          JOIN user_account ON user_account.id = clerk_id WHERE filing_id = ${id}::uuid ORDER BY at DESC LIMIT 100`)
      : [];
  return { ...row, calls };
}
