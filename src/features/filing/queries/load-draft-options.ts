import 'server-only';
import type { InspectionForm, InspectionKind, SubjectKind } from '#domain/inspection/kinds.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { DraftBody } from '../schema.ts';
import type { Gathered } from './gather-entry-facts.ts';
import { countedSql } from './status-sets.ts';

export type EntryOption = {
  readonly no: string;
  readonly title: string;
  readonly kind: InspectionKind;
  readonly form: InspectionForm;
  readonly fromDay: string;
  readonly toDay: string;
  readonly quota: number;
  readonly left: number;
  readonly fullCoverage: boolean;
  /** Whether all its matters cover this enterprise's industry. */
  readonly covers: boolean;
  /** Where this enterprise stands in the entry's draw; null when it was not drawn. */
  readonly position: number | null;
  readonly drawNo: string | null;
};
export type MatterOption = {
  readonly code: string;
  readonly name: string;
  readonly basis: string;
  readonly specialField: boolean;
  readonly agency: string;
};
export type InspectorOption = {
  readonly credentialNo: string;
  readonly name: string;
  readonly agency: string;
  readonly validTo: string;
  readonly groups: readonly string[];
  /** Place in the draw of the entry chosen. */
  readonly rank: number | null;
};
export type AgencyOption = { readonly code: string; readonly shortName: string; readonly subjectKind: SubjectKind };

export type DraftOptions = {
  readonly entries: readonly EntryOption[];
  readonly matters: readonly MatterOption[];
  readonly inspectors: readonly InspectorOption[];
  readonly agencies: readonly AgencyOption[];
  /** Visits of all agencies to this enterprise this year that stand. */
  readonly visitsThisYear: number;
};

const entriesSql = (scope: AgencyScope, enterpriseId: string) => Prisma.sql`
  SELECT entry.no, title, entry.kind::text AS kind, entry.form::text AS form, from_day::text AS "fromDay", to_day::text AS "toDay", quota,
    quota - used AS left, full_coverage AS "fullCoverage",
    NOT EXISTS (SELECT FROM plan_entry_matter JOIN matter ON matter.id = matter_id WHERE plan_entry_id = entry.id
      AND industries <> '{}' AND NOT firm.industry = ANY (industries)) AS covers, place.position, place.no AS "drawNo"
  FROM plan_entry entry JOIN plan ON plan.id = plan_id JOIN plan_entry_agency party ON party.plan_entry_id = entry.id
  JOIN enterprise firm ON firm.id = ${enterpriseId}::uuid
  LEFT JOIN LATERAL (SELECT position, drawn_target.no FROM drawn_target
    WHERE plan_entry_id = entry.root_id AND enterprise_id = firm.id) place ON TRUE
  WHERE plan.district_code = ${scope.districtCode} AND plan.status <> 'draft' AND entry.until_plan_id IS NULL AND party.agency_code = ${scope.agencyCode}
    AND to_day >= (now() AT TIME ZONE 'Asia/Shanghai')::date
  ORDER BY place.position IS NULL, full_coverage DESC, from_day, entry.no`;

const mattersOf = ({ planEntry, jointVisit }: Gathered['facts']) => [
  ...(planEntry?.matters ?? []),
  ...(jointVisit?.parts.flatMap(({ entry }) => entry.matters) ?? []),
];

/** The matters of the entry chosen; without one, those of the participating lines that cover the industry; always those ticked already. */
const mattersSql = (scope: AgencyScope, { facts }: Gathered, body: DraftBody) => Prisma.sql`
  SELECT code, name, '《' || basis_instrument || '》' || basis_article AS basis, special_field AS "specialField", agency_kind AS agency
  FROM (SELECT DISTINCT ON (code) * FROM matter WHERE district_code = ${scope.districtCode}
    AND (published_to IS NULL OR published_to > (${facts.visit.start}::timestamptz AT TIME ZONE 'Asia/Shanghai')::date)
    ORDER BY code, published_from) matter
  WHERE code = ANY (${body.matters}::text[])
    OR CASE WHEN ${facts.planEntry !== null} THEN code = ANY (${mattersOf(facts)}::text[])
      ELSE agency_kind = ANY (${[facts.lead, ...facts.coAgencies].map(({ kind }) => kind ?? '')}::text[])
        AND (industries = '{}' OR ${facts.enterprise.industry} = ANY (industries)) END
  ORDER BY code`;

/** Everybody drawn, each with the place in the own draw; of a joint visit those of all its draws. */
function placesOf({ draw, jointVisit }: Gathered['facts']): { credentials: string[]; places: number[] } {
  const others = jointVisit?.parts.flatMap(({ drawNo, inspectors }) => (drawNo === draw?.drawNo ? [] : [inspectors])) ?? [];
  const teams = [draw?.inspectors ?? [], ...others];
  return { credentials: teams.flat(), places: teams.flatMap((team) => team.map((_, index) => index + 1)) };
}

const rankSql = ({ credentials, places }: ReturnType<typeof placesOf>) => Prisma.sql`LATERAL (SELECT min(place) AS rank
  FROM unnest(${credentials}::text[], ${places}::int[]) AS drawn (credential, place) WHERE credential = credential_no) given`;

const inspectorsSql = (scope: AgencyScope, { facts }: Gathered, body: DraftBody) => Prisma.sql`
  SELECT credential_no AS "credentialNo", inspector.name, short_name AS agency, valid_to::text AS "validTo", groups,
    given.rank
  FROM inspector JOIN agency ON agency.code = agency_code, ${rankSql(placesOf(facts))}
  WHERE credential_no IS NOT NULL AND district_code = ${scope.districtCode}
    AND (agency_code = ANY (${[scope.agencyCode, ...body.coAgencies]}::text[]) OR credential_no = ANY (${body.inspectors}::text[]))
  ORDER BY given.rank IS NULL, agency_code <> ${scope.agencyCode}, given.rank, credential_no`;

const yearSql = (scope: AgencyScope, enterpriseId: string) => Prisma.sql`
  SELECT count(*)::int AS visits FROM filing WHERE district_code = ${scope.districtCode} AND enterprise_id = ${enterpriseId}::uuid
    AND year = extract(year FROM now() AT TIME ZONE 'Asia/Shanghai') AND status IN ${countedSql}`;

/** What the form offers to choose from: four lists and a count, one statement each. */
export async function loadDraftOptions(scope: AgencyScope, gathered: Gathered, body: DraftBody): Promise<DraftOptions> {
  const { enterpriseId } = gathered.refs;
  const [entries, matters, inspectors, agencies, [counted]] = await Promise.all([
    db().$queryRaw<EntryOption[]>(entriesSql(scope, enterpriseId)),
    db().$queryRaw<MatterOption[]>(mattersSql(scope, gathered, body)),
    db().$queryRaw<InspectorOption[]>(inspectorsSql(scope, gathered, body)),
    db().agency.findMany({
      where: { districtCode: scope.districtCode },
      orderBy: { code: 'asc' },
      select: { code: true, shortName: true, subjectKind: true },
    }),
    db().$queryRaw<{ visits: number }[]>(yearSql(scope, enterpriseId)),
  ]);
  return { entries, matters, inspectors, agencies, visitsThisYear: counted?.visits ?? 0 };
}
