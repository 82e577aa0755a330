import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { SheetStatus } from '../labels.ts';

export type SheetRow = {
  readonly id: string;
  readonly fileName: string;
  readonly status: SheetStatus;
  readonly rowsRead: number;
  readonly added: number;
  readonly receivedAt: Date;
  readonly receivedBy: string;
};

/** What the page of uploads shows: the year asked for or this one, the clock, and the agency's last sheets of that year. */
export type SheetDesk = {
  readonly year: number;
  readonly years: readonly number[];
  readonly now: Date;
  readonly canUpload: boolean;
  readonly sheets: readonly SheetRow[];
};

const sheetsSql = ({ districtCode, agencyCode }: AgencyScope, year: number) => Prisma.sql`
  SELECT sheet.id, file_name AS "fileName", status::text AS status, rows_read AS "rowsRead", added, received_at AS "receivedAt", person.name AS "receivedBy"
  FROM sheet_import sheet JOIN user_account person ON person.id = received_by_id
  WHERE sheet.district_code = ${districtCode} AND sheet.agency_code = ${agencyCode} AND year = ${year}
  ORDER BY received_at DESC LIMIT 30`;

const clockSql = Prisma.sql`SELECT now() AS now, extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int AS "thisYear"`;

/** The agency's uploads of a year, the last thirty. */
export async function loadSheetDesk(scope: AgencyScope, asked: number | undefined): Promise<SheetDesk> {
  const [clock] = await db().$queryRaw<{ now: Date; thisYear: number }[]>(clockSql);
  if (!clock) throw new Error('the database has no clock');
  const year = asked ?? clock.thisYear;
  const sheets = await db().$queryRaw<SheetRow[]>(sheetsSql(scope, year));
  const canUpload = scope.actor.type === 'user' && scope.actor.role === 'agencyFiler';
  return { year, years: [clock.thisYear, clock.thisYear + 1], now: clock.now, canUpload, sheets };
}
