import 'server-only';
import { Prisma } from '#platform/db.ts';
import type { FilingPlace } from '#platform/scope.ts';
import type { EntryRequest } from '../schema.ts';
import { countedSql, liveSql } from './status-sets.ts';

const agencyJson = (agency: string) =>
  Prisma.raw(
    `json_build_object('code', ${agency}.code, 'shortName', ${agency}.short_name, 'subjectKind', ${agency}.subject_kind, 'kind', ${agency}.kind)`,
  );

/** A request, and the instant at which to judge it where that is not now. */
export type Asked = { readonly request: EntryRequest; readonly asOf?: Date | null };

const approverOf = ({ approval }: EntryRequest) => (typeof approval === 'object' ? (approval?.by ?? null) : null);

/** What was asked for, once, so that every part below can refer to it. */
function askedSql(scope: FilingPlace, { request, asOf = null }: Asked): Prisma.Sql {
  return Prisma.sql`SELECT ${scope.districtCode}::text AS district, ${request.lead}::text AS lead, ${request.coAgencies}::text[] AS co_agencies,
      ${request.matters}::text[] AS matters, ${request.inspectors}::text[] AS inspectors, ${request.planEntry}::text AS plan_entry,
      (${request.start}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date AS start_day, coalesce(${asOf}::timestamptz, now()) AS clock,
      (coalesce(${asOf}::timestamptz, now()) AT TIME ZONE 'Asia/Shanghai')::date AS today, ${approverOf(request)}::text AS approver`;
}

/** The same of a row of many (`ask`). */
const askedOfRowSql = (
  scope: FilingPlace,
) => Prisma.sql`SELECT ${scope.districtCode}::text AS district, ask.lead, ask.co_agencies, ask.matters,
      ask.inspectors, ask.plan_entry, (ask.start AT TIME ZONE 'Asia/Shanghai')::date AS start_day, now() AS clock,
      (now() AT TIME ZONE 'Asia/Shanghai')::date AS today, ask.approver`;

/** The enterprise, found within the district, with the rows merged into it (`selves`): what was done under them was done to it; and what else is looked up once. */
function knownSql(asked: Prisma.Sql, uscc: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`asked AS MATERIALIZED (${asked}), firm AS MATERIALIZED (
    SELECT enterprise.*, ARRAY(SELECT enterprise.id UNION ALL SELECT other.id FROM enterprise other WHERE other.merged_into_id = enterprise.id) AS selves
    FROM enterprise, asked WHERE district_code = asked.district AND uscc = ${uscc}
  ), span AS MATERIALIZED (
    SELECT least(today, start_day) - 220 AS from_day, greatest(today, start_day) + 220 AS to_day FROM asked
  ), party AS MATERIALIZED (
    SELECT agency.* FROM agency, asked WHERE district_code = asked.district AND (code = asked.lead OR code = ANY (asked.co_agencies))
  ), entry AS MATERIALIZED (
    SELECT plan_entry.*, plan.year, (SELECT version FROM plan current
        WHERE current.district_code = asked.district AND current.year = plan.year AND current.status = 'published') AS version
    FROM plan_entry JOIN plan ON plan.id = plan_id, asked
    WHERE plan.district_code = asked.district AND plan.status <> 'draft' AND until_plan_id IS NULL AND no = asked.plan_entry
  ), place AS MATERIALIZED (
    SELECT target.* FROM drawn_target target JOIN entry ON entry.root_id = target.plan_entry_id JOIN firm ON target.enterprise_id = ANY (firm.selves)
    ORDER BY target.enterprise_id <> firm.id LIMIT 1
  )`;
}

const policySql = Prisma.sql`
  (SELECT id FROM policy WHERE district_code = asked.district
      AND (daterange(effective_from, effective_to) @> asked.start_day OR daterange(effective_from, effective_to) @> asked.today)
    ORDER BY (daterange(effective_from, effective_to) @> asked.start_day) DESC, version DESC LIMIT 1) AS "policyId",
  (SELECT coalesce(array_agg(DISTINCT year), '{}') FROM calendar_day) AS "officialYears",
  (SELECT coalesce(json_agg(json_build_object('day', day, 'kind', kind, 'name', name)), '[]') FROM calendar_day, span
    WHERE day BETWEEN span.from_day AND span.to_day) AS "calendarDays"`;

const partiesSql = Prisma.sql`
  (SELECT ${agencyJson('party')} FROM party WHERE code = asked.lead) AS lead,
  (SELECT coalesce(json_agg(${agencyJson('party')}), '[]') FROM party WHERE code = ANY (asked.co_agencies)) AS "coAgencies",
  (SELECT json_build_object('id', id, 'uscc', uscc, 'name', name, 'industry', industry, 'risk', risk, 'keyEnterprise', key_enterprise,
    'inPark', in_park, 'undisturbed', undisturbed, 'status', status,
    'mergedInto', (SELECT json_build_object('name', kept.name, 'uscc', kept.uscc) FROM enterprise kept WHERE kept.id = firm.merged_into_id), 'address', address, 'accountableCode', accountable_code,
    'accountableTerritory', (SELECT name FROM territory WHERE code = accountable_code)) FROM firm) AS enterprise,
  (SELECT coalesce(json_agg(json_build_object('id', id, 'code', code, 'name', name, 'agencyKind', agency_kind, 'specialField', special_field,
    'industries', industries, 'group', known.group, 'publishedFrom', published_from, 'publishedTo', published_to)), '[]')
    FROM (SELECT DISTINCT ON (code) * FROM matter WHERE district_code = asked.district AND code = ANY (asked.matters)
      ORDER BY code, (daterange(published_from, published_to) @> asked.start_day) DESC, published_from DESC) known) AS matters`;

const inspectorsSql = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', inspector.id, 'credentialNo', credential_no, 'name', inspector.name,
    'agencyCode', agency_code, 'credentialKind', credential_kind, 'validFrom', valid_from, 'validTo', valid_to, 'groups', groups,
    'recused', EXISTS (SELECT FROM recusal, firm WHERE inspector_id = inspector.id AND enterprise_id = ANY (firm.selves)))), '[]')
    FROM inspector JOIN agency ON agency.code = agency_code
    WHERE credential_no = ANY (asked.inspectors) AND agency.district_code = asked.district) AS inspectors,
  (SELECT json_build_object('id', id, 'isLeader', responsible_leader AND agency_code = asked.lead)
    FROM inspector WHERE credential_no = asked.approver AND agency_code = asked.lead) AS approver`;

/** An entry as the rules want it, of a row that also carries its plan's year and current version. */
const entryJson = (entry: string) =>
  Prisma.raw(`json_build_object('id', ${entry}.id, 'no', ${entry}.no, 'title', ${entry}.title, 'planVersion', ${entry}.version, 'planYear', ${entry}.year,
    'kind', ${entry}.kind, 'agencies', (SELECT json_agg(agency_code) FROM plan_entry_agency WHERE plan_entry_id = ${entry}.id),
    'matters', (SELECT coalesce(json_agg(code), '[]') FROM plan_entry_matter JOIN matter ON matter.id = matter_id WHERE plan_entry_id = ${entry}.id),
    'fromDay', ${entry}.from_day, 'toDay', ${entry}.to_day, 'quota', ${entry}.quota, 'used', ${entry}.used, 'fullCoverage', ${entry}.full_coverage,
    'months', (SELECT coalesce(json_agg(json_build_object('month', month, 'quota', quota, 'used', used) ORDER BY month), '[]')
      FROM plan_entry_month WHERE plan_entry_id = ${entry}.id),
    'drawPublished', EXISTS (SELECT FROM drawn_target WHERE plan_entry_id = ${entry}.root_id))`);

const officersJson = (outcome: string) =>
  Prisma.raw(`(SELECT coalesce(json_agg(credential_no ORDER BY assignment.position), '[]')
      FROM draw_assignment assignment JOIN inspector ON inspector.id = inspector_id WHERE outcome_id = ${outcome}.id)`);

const planSql = Prisma.sql`
  (SELECT ${entryJson('entry')} FROM entry) AS "planEntry",
  (SELECT json_build_object('id', place.id, 'drawNo', place.no, 'position', place.position, 'inspectors', ${officersJson('place')},
    'registered', (SELECT format = '' FROM draw WHERE id = place.draw_id),
    'servedBy', (SELECT filing_no FROM outcome_filing WHERE outcome_id = place.id AND status IN ${countedSql} LIMIT 1)) FROM place) AS draw,
  (SELECT json_build_object('drawNo', draw.no, 'status', draw.status, 'replaced', (SELECT json_build_object('position', lost.position,
      'reason', lost.replaced_reason, 'day', (lost.replaced_at AT TIME ZONE 'Asia/Shanghai')::date)
      FROM draw_outcome lost, firm WHERE lost.draw_id = draw.id AND lost.plan_entry_id = entry.root_id AND enterprise_id = ANY (firm.selves) AND replaced_at IS NOT NULL LIMIT 1))
    FROM draw_entry one JOIN entry ON entry.root_id = one.plan_entry_id JOIN draw ON draw.id = one.draw_id
    WHERE NOT EXISTS (SELECT FROM place) ORDER BY one.live DESC, draw.prepared_at DESC LIMIT 1) AS "drawProgress"`;

/** The joint visit of the enterprise's place: its outcomes that still stand, the lead's first, with their entries as they are in force. */
const jointSql = Prisma.sql`
  (SELECT json_build_object('lead', lead_agency_code, 'leadName', (SELECT short_name FROM agency WHERE code = lead_agency_code),
    'fromDay', joint_visit.from_day, 'toDay', joint_visit.to_day, 'parts', (SELECT coalesce(json_agg(json_build_object('agency', agency_code,
        'agencyName', short_name, 'entry', ${entryJson('joined')}, 'drawNo', target.no, 'inspectors', ${officersJson('target')})
        ORDER BY agency_code <> lead_agency_code, agency_code), '[]')
      FROM drawn_target target JOIN (SELECT due.*, plan.year, (SELECT version FROM plan current
          WHERE current.district_code = plan.district_code AND current.year = plan.year AND current.status = 'published') AS version
        FROM plan_entry due JOIN plan ON plan.id = due.plan_id WHERE plan.status <> 'draft' AND until_plan_id IS NULL) joined
        ON joined.root_id = target.plan_entry_id
      JOIN plan_entry_agency party ON party.plan_entry_id = joined.id AND is_lead JOIN agency ON agency.code = agency_code
      WHERE target.joint_visit_id = joint_visit.id))
    FROM joint_visit JOIN place ON place.joint_visit_id = joint_visit.id WHERE ended_at IS NULL) AS "jointVisit"`;

/** Sealed case checks are nobody else's business: they are not among the visits that others are told to join. */
const otherVisitsSql = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('type', 'filing', 'filingNo', filing_no, 'agencyName', agency.short_name, 'kind', filing.kind,
    'agencies', (SELECT json_agg(agency_code) FROM filing_agency WHERE filing_id = filing.id),
    'title', (SELECT string_agg(matter.name, '、') FROM filing_matter JOIN matter ON matter.id = matter_id WHERE filing_id = filing.id),
    'site', request ->> 'site', 'start', starts_at, 'end', ends_at)), '[]')
    FROM filing JOIN firm ON enterprise_id = ANY (firm.selves) JOIN agency ON agency.code = lead_agency_code, span
    WHERE filing.status IN ${liveSql} AND start_day BETWEEN span.from_day AND span.to_day
      AND filing.request -> 'trigger' ->> 'type' IS DISTINCT FROM 'openedCase' AND NOT EXISTS (
      SELECT FROM filing_agency WHERE filing_id = filing.id AND agency_code = asked.lead)) AS "otherFilings",
  (SELECT coalesce(json_agg(json_build_object('type', 'dueEntry', 'entryNo', due.no, 'title', due.title, 'agencyName', agency.short_name,
    'agencies', (SELECT json_agg(agency_code) FROM plan_entry_agency WHERE plan_entry_id = due.id),
    'fromDay', due.from_day, 'toDay', due.to_day)), '[]')
    FROM firm JOIN drawn_target outcome ON outcome.enterprise_id = ANY (firm.selves)
    JOIN plan_entry due ON due.root_id = outcome.plan_entry_id AND due.until_plan_id IS NULL JOIN plan ON plan.id = due.plan_id
    JOIN plan_entry_agency lead_party ON lead_party.plan_entry_id = due.id AND is_lead JOIN agency ON agency.code = agency_code, span
    WHERE plan.status <> 'draft' AND due.to_day >= asked.today AND due.from_day <= span.to_day
      AND NOT EXISTS (SELECT FROM plan_entry_agency ours WHERE ours.plan_entry_id = due.id AND ours.agency_code = asked.lead)
      AND NOT EXISTS (SELECT FROM outcome_filing WHERE outcome_id = outcome.id AND outcome_filing.status IN ${countedSql})) AS "dueEntries"`;

const ownVisitsSql = Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('filingNo', filing_no, 'agencyKind', member.kind, 'leadAgency', lead_agency_code,
    'kind', filing.kind, 'start', starts_at, 'end', ends_at,
    'matters', (SELECT coalesce(json_agg(code), '[]') FROM filing_matter JOIN matter ON matter.id = matter_id WHERE filing_id = filing.id))), '[]')
    FROM filing JOIN firm ON enterprise_id = ANY (firm.selves) JOIN filing_agency part ON part.filing_id = filing.id
    JOIN agency member ON member.code = part.agency_code, span
    WHERE filing.status IN ${countedSql} AND start_day BETWEEN span.from_day - 180 AND span.to_day
      AND member.kind IN (SELECT kind FROM party)) AS "ownVisits",
  (SELECT coalesce(json_agg(json_build_object('agencyKind', agency_kind, 'year', year, 'visits', visits)), '[]')
    FROM (SELECT agency_kind, year, sum(visits)::int AS visits FROM visit_counter JOIN firm ON enterprise_id = ANY (firm.selves)
      WHERE agency_kind IN (SELECT kind FROM party) GROUP BY 1, 2) counted) AS "visitCounts",
  (SELECT coalesce(json_agg(json_build_object('matter', matter_code, 'year', matter_visit.year, 'filingNo', filing_no,
    'agencyName', agency.short_name, 'day', start_day)), '[]')
    FROM matter_visit JOIN firm ON matter_visit.enterprise_id = ANY (firm.selves) JOIN filing ON filing.id = filing_id
    JOIN agency ON agency.code = lead_agency_code WHERE matter_code = ANY (asked.matters)) AS "matterUses"`;

const factsSql = Prisma.sql`SELECT asked.clock AS now, ${policySql}, ${partiesSql}, ${inspectorsSql}, ${planSql}, ${jointSql}, ${otherVisitsSql}, ${ownVisitsSql}
    FROM asked`;

/** The one statement that gathers everything the entry rules look at: constant text, so that it is planned once. */
export function entryFactsSql(scope: FilingPlace, asked: Asked): Prisma.Sql {
  return Prisma.sql`WITH ${knownSql(askedSql(scope, asked), Prisma.sql`${asked.request.enterprise}`)} ${factsSql}`;
}

/** The same for many requests at once, a row each in their order: one way to the database instead of many. */
export function entryFactsOfManySql(scope: FilingPlace, requests: readonly EntryRequest[]): Prisma.Sql {
  const rows = requests.map((request, nth) => ({
    ...{ nth, uscc: request.enterprise, lead: request.lead, co_agencies: request.coAgencies, matters: request.matters },
    ...{ inspectors: request.inspectors, plan_entry: request.planEntry, start: request.start, approver: approverOf(request) },
  }));
  return Prisma.sql`SELECT facts.* FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS ask (nth int, uscc text, lead text, co_agencies text[],
      matters text[], inspectors text[], plan_entry text, start timestamptz, approver text)
    CROSS JOIN LATERAL (WITH ${knownSql(askedOfRowSql(scope), Prisma.sql`ask.uscc`)} ${factsSql}) facts ORDER BY ask.nth`;
}
