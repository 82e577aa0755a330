import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { proposeDueDay } from '#domain/finding/clock.ts';
import type { FilingStatus } from '#domain/inspection/lifecycle.ts';
import { loadClock } from '#features/finding/queries/load-clock.ts';
import { unsealedSql } from '#features/territory/queries/unsealed.ts';
import { Prisma } from '#platform/db.ts';
import type { InspectorScope } from '#platform/scope.ts';
import { shownStatusSql, statements } from '#platform/statements.ts';

/** One matter of the visit, with what was found so far where it is the own agency's. */
export type PhoneMatter = {
  readonly code: string;
  readonly name: string;
  readonly basis: string;
  readonly own: boolean;
  readonly result: string | null;
};

/** A visit as the phone keeps it to work without a connection. */
export type PhoneVisit = {
  readonly id: string;
  readonly filingNo: string;
  readonly publicCode: string;
  readonly status: FilingStatus;
  readonly emergency: boolean;
  readonly start: Date;
  readonly end: Date;
  readonly enterprise: string;
  readonly address: string;
  readonly contact: string;
  readonly leadName: string;
  readonly agencyName: string;
  readonly partners: readonly string[];
  readonly people: readonly string[];
  readonly ownPeople: number;
  readonly matters: readonly PhoneMatter[];
  /** Null: nobody has to be told. */
  readonly territory: {
    readonly name: string;
    readonly phone: string;
    readonly sentAt: string;
    readonly acknowledgedAt: string | null;
  } | null;
  readonly checkedInAt: Date | null;
  readonly checkedOutAt: Date | null;
  readonly recordedAt: Date | null;
  readonly photos: number;
  readonly letterIssued: boolean;
};

const matterJson = Prisma.sql`json_build_object('code', matter.code, 'name', matter.name, 'basis', '《' || basis_instrument || '》' || basis_article,
  'own', matter.agency_kind = own.kind, 'result', finding.result)`;

const visitColumns = Prisma.sql`filing.id, filing_no AS "filingNo", public_code AS "publicCode", ${shownStatusSql({ kind: 'inspector' })} AS status, emergency,
  starts_at AS start, ends_at AS "end", enterprise.name AS enterprise, site_address AS address, contact_name AS contact, lead.short_name AS "leadName",
  own.short_name AS "agencyName",
  ARRAY(SELECT short_name FROM filing_agency other JOIN agency ON agency.code = other.agency_code
    WHERE other.filing_id = filing.id AND other.agency_code <> part.agency_code ORDER BY is_lead DESC, other.agency_code) AS partners,
  ARRAY(SELECT inspector.name || '　' || agency.short_name FROM filing_inspector who JOIN inspector ON inspector.id = who.inspector_id
    JOIN agency ON agency.code = inspector.agency_code WHERE who.filing_id = filing.id ORDER BY inspector.agency_code <> part.agency_code, inspector.name) AS people,
  (SELECT count(*)::int FROM filing_inspector who JOIN inspector ON inspector.id = who.inspector_id
    WHERE who.filing_id = filing.id AND inspector.agency_code = part.agency_code) AS "ownPeople",
  (SELECT coalesce(json_agg(${matterJson} ORDER BY matter.agency_kind <> own.kind, matter.code), '[]') FROM filing_matter
    JOIN matter ON matter.id = filing_matter.matter_id LEFT JOIN finding ON finding.filing_id = filing.id AND finding.matter_id = matter.id
    WHERE filing_matter.filing_id = filing.id) AS matters,
  (SELECT json_build_object('name', territory.name, 'sentAt', sent_at, 'acknowledgedAt', acknowledged_at, 'phone',
      coalesce((SELECT phone FROM user_account WHERE user_account.territory_code = territory.code AND disabled_at IS NULL AND phone <> '' LIMIT 1), ''))
    FROM territory_notice notice JOIN territory ON territory.code = notice.territory_code WHERE notice.filing_id = filing.id AND ${unsealedSql}) AS territory,
  checked_in_at AS "checkedInAt", checked_out_at AS "checkedOutAt", recorded_at AS "recordedAt",
  (SELECT count(*)::int FROM evidence WHERE evidence.filing_id = filing.id AND evidence.agency_code = part.agency_code AND conflict = '') AS photos,
  EXISTS (SELECT FROM result_letter WHERE result_letter.filing_id = filing.id AND result_letter.agency_code = part.agency_code) AS "letterIssued"`;

const visitSql = (scope: InspectorScope, which: Prisma.Sql) => Prisma.sql`SELECT ${visitColumns}
  FROM filing_inspector mine JOIN filing ON filing.id = mine.filing_id JOIN filing_agency part ON part.filing_id = filing.id AND part.agency_code = ${scope.agencyCode}
  JOIN agency own ON own.code = part.agency_code JOIN agency lead ON lead.code = lead_agency_code JOIN enterprise ON enterprise.id = enterprise_id
  WHERE mine.inspector_id = ${scope.actor.inspectorId}::uuid AND filing.district_code = ${scope.districtCode} AND filing_no IS NOT NULL AND ${which}
  ORDER BY starts_at, filing.id LIMIT 30`;

/** Checked in and not out by the record: such a visit stays at hand until somebody checks out, however late. */
const insideSql = Prisma.sql`part.checked_in_at IS NOT NULL AND part.checked_out_at IS NULL`;

/** What an inspector's phone holds for its day: the visits under way, to come in two weeks, and done since two days, with the clock. */
export async function loadPhoneDay(scope: InspectorScope): Promise<{ now: Date; visits: PhoneVisit[] }> {
  const which = Prisma.sql`filing.status IN ('filed', 'filedWithCondition', 'checkedIn', 'left', 'findingRecorded', 'rated', 'unrated')
    AND (ends_at > now() - interval '2 days' OR ${insideSql}) AND starts_at < now() + interval '14 days'`;
  const [[clock], visits] = await Promise.all([
    statements().$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT now() AS now`),
    statements().$queryRaw<PhoneVisit[]>(visitSql(scope, which)),
  ]);
  if (!clock) throw new Error('the database has no clock');
  return { now: clock.now, visits };
}

/** Due days that the other agencies of the visit have set already. */
const othersDueSql = ({ agencyCode }: InspectorScope) => Prisma.sql`ARRAY(SELECT due_day::text FROM rectification
  JOIN finding ON finding.id = finding_id WHERE finding.filing_id = visit.id AND finding.agency_code <> ${agencyCode})`;

/** One visit in which the inspector is named, with the due day that an order to correct proposes; null for everybody else's. */
export async function loadPhoneVisit(scope: InspectorScope, id: string): Promise<{ now: Date; visit: PhoneVisit; dueDay: Day } | null> {
  const [visit] = await statements().$queryRaw<(PhoneVisit & { othersDue: Day[] })[]>(
    Prisma.sql`SELECT visit.*, ${othersDueSql(scope)} AS "othersDue" FROM (${visitSql(scope, Prisma.sql`filing.id::text = ${id.toLowerCase()}`)}) visit`,
  );
  if (!visit) return null;
  const clock = await loadClock(scope.districtCode);
  return { now: clock.now, visit, dueDay: proposeDueDay(clock.today, clock.valueOf('visit').rectificationDays, visit.othersDue) };
}
