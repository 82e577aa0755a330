import 'server-only';
import type { EmergencyPart } from '#domain/emergency/clock.ts';
import { Prisma, type Statements } from '#platform/db.ts';

export type OpenEmergency = {
  readonly id: string;
  readonly agencyCode: string;
  readonly enterpriseId: string;
  readonly enterprise: string;
  readonly filingNo: string;
  readonly start: Date;
  readonly end: Date;
  readonly dueDay: string | null;
  readonly reminders: number;
  readonly parts: readonly EmergencyPart[];
};

type PartRow = { [Key in keyof EmergencyPart]: string | null };
type Row = Omit<OpenEmergency, 'parts'> & { readonly parts: readonly PartRow[] };

const instant = (text: string | null) => (text === null ? null : new Date(text));

function partOf(row: PartRow): EmergencyPart {
  return {
    checkedInAt: instant(row.checkedInAt),
    checkedOutAt: instant(row.checkedOutAt),
    deviceOutAt: instant(row.deviceOutAt),
    absentAt: instant(row.absentAt),
  };
}

/** A district's emergencies that still have to be supplemented and are not flagged as overdue yet, with what is known of their end. */
export async function listUnsupplemented(tx: Statements, districtCode: string): Promise<OpenEmergency[]> {
  const rows = await tx.$queryRaw<Row[]>(Prisma.sql`SELECT filing.id, agency_code AS "agencyCode", enterprise_id AS "enterpriseId",
      enterprise.name AS enterprise, filing_no AS "filingNo", starts_at AS start, ends_at AS end, due_day::text AS "dueDay", reminders,
      (SELECT json_agg(json_build_object('checkedInAt', checked_in_at, 'checkedOutAt', checked_out_at,
        'deviceOutAt', device_out_at, 'absentAt', absent_at)) FROM filing_agency WHERE filing_id = filing.id) AS parts
    FROM emergency JOIN filing ON filing.id = emergency.filing_id JOIN enterprise ON enterprise.id = enterprise_id
    WHERE emergency.district_code = ${districtCode} AND supplemented_at IS NULL AND overdue_at IS NULL AND filing.status NOT IN ('withdrawn', 'revoked')
    ORDER BY called_at, filing.id LIMIT 1000`);
  return rows.map((row) => ({ ...row, parts: row.parts.map(partOf) }));
}
