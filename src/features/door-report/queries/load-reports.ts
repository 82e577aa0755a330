import 'server-only';
import type { DoorKind } from '#domain/feedback/door.ts';
import { normalisePublicCode } from '#domain/inspection/public-code.ts';
import { db, Prisma } from '#platform/db.ts';
import type { OfficeScope, PublicScope } from '#platform/scope.ts';

export type DoorPlace = { readonly code: string; readonly name: string; readonly officeName: string; readonly officePhone: string };

/** The districts that a report may go to: the code's own, or all where the code stands for nothing. Tells nothing else about the code. */
export async function findDoorPlaces(_scope: PublicScope, code: string): Promise<readonly DoorPlace[]> {
  const rows = await db().$queryRaw<(DoorPlace & { isOwn: boolean })[]>(Prisma.sql`
    SELECT code, name, office_name AS "officeName", office_phone AS "officePhone",
      code = (SELECT district_code FROM filing WHERE public_code = ${normalisePublicCode(code) ?? ''}) AS "isOwn"
    FROM district ORDER BY code`);
  const own = rows.filter(({ isOwn }) => isOwn);
  return own.length > 0 ? own : rows;
}

export type ReportRow = {
  readonly id: string;
  readonly kind: DoorKind;
  readonly what: readonly string[];
  readonly text: string;
  readonly phone: string;
  readonly raisedAt: Date;
  readonly status: 'open' | 'answered';
  readonly answer: string;
  readonly filing: string | null;
  readonly filingNo: string | null;
  readonly enterprise: string | null;
};

/** What came from the door: everything open, then the latest answered; for the office alone. */
export function listReports(scope: OfficeScope): Promise<ReportRow[]> {
  return db().$queryRaw(Prisma.sql`
    SELECT report.id, report.kind, what, text, report.contact_phone AS phone, raised_at AS "raisedAt", report.status::text AS status, answer,
      filing.id AS filing, filing_no AS "filingNo", enterprise.name AS enterprise
    FROM door_report report LEFT JOIN filing ON filing.id = filing_id LEFT JOIN enterprise ON enterprise.id = enterprise_id
    WHERE report.district_code = ${scope.districtCode} ORDER BY report.status, raised_at DESC LIMIT 100`);
}
