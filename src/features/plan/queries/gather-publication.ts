import 'server-only';
import type { PlanJoint, PlanLine } from '#domain/plan/compose-plan.ts';
import type { PlanNames } from '#domain/plan/diff-plan.ts';
import type { PlanItem } from '#domain/plan/plan-item.ts';
import type { PublicationFacts } from '#domain/plan/publication.ts';
import { countedSql } from '#features/filing/queries/status-sets.ts';
import { sentSql } from '#features/review/queries/load-joints.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { itemSql } from './item-sql.ts';

export type PlanPlace = { readonly districtCode: string; readonly year: number };

export type RowInForce = PlanItem & { readonly id: string };
/** The latest row of a number, in force or not, with what the next one takes over from it: places taken, in all and by month. */
export type KnownRow = {
  readonly no: string;
  readonly lead: string;
  readonly rootId: string;
  readonly used: number;
  readonly usedByMonth: Readonly<Record<string, number>>;
};

export type GatheredPublication = {
  readonly now: Date;
  readonly current: { readonly id: string; readonly version: number } | null;
  readonly facts: PublicationFacts;
  readonly rows: readonly RowInForce[];
  readonly numbers: readonly KnownRow[];
  /** Codes of matters of a special field. */
  readonly specialMatters: ReadonlySet<string>;
};

type Named = { code: string; name: string };
type Row = {
  now: Date;
  current: { id: string; version: number } | null;
  lines: PlanLine[];
  joints: PlanJoint[];
  inForce: RowInForce[];
  numbers: KnownRow[];
  agencies: Named[];
  matters: (Named & { specialField: boolean; mergeable: boolean; inForce: boolean })[];
};

/** Lines that an agency's head has sent to the office, in the order in which new numbers are given. */
const linesSql = ({ districtCode, year }: PlanPlace) => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('id', line.id, 'agency', line.agency_code, 'kind', declaration.kind, 'approvalDocument', approval_document,
      'partners', ARRAY(SELECT code FROM agency WHERE code = ANY (line.partners) AND agency.district_code = line.district_code AND subject_kind <> 'none' ORDER BY code),
      'matter', json_build_object('id', matter.id, 'code', matter.code, 'name', matter.name, 'specialField', special_field),
      'poolLabel', pool_label, 'pool', pool, 'quantity', quantity, 'period', period, 'declaredCount', declared_count, 'declaredForm', declared_form,
      'source', line.source, 'outcome', outcome, 'count', count, 'months', months, 'form', line.form, 'jointId', joint_id, 'entryNo', entry_no)
      ORDER BY line.agency_code, declaration.no, line.ordinal, line.id), '[]')
    FROM declaration_line line JOIN declaration ON declaration.id = declaration_id JOIN matter ON matter.id = matter_id
    WHERE line.district_code = ${districtCode} AND line.year = ${year} AND ${sentSql(districtCode, year)}) AS lines,
  (SELECT coalesce(json_agg(json_build_object('id', id, 'lead', change ->> 'lead', 'count', (change ->> 'count')::int,
      'apart', (change ->> 'apart')::int) ORDER BY no), '[]')
    FROM review_step WHERE district_code = ${districtCode} AND year = ${year} AND action = 'merge' AND undone_at IS NULL) AS joints`;

/** Filings that hold a place, by the root of their entry and the month that they fall in: also in months that it did not plan before. */
const visitsSql = ({ districtCode, year }: PlanPlace) => Prisma.sql`
  SELECT root_id, jsonb_object_agg(month, visits) AS by_month
  FROM (SELECT entry.root_id, extract(month FROM start_day)::int AS month, count(*)::int AS visits
    FROM plan JOIN plan_entry entry ON entry.plan_id = plan.id JOIN filing ON filing.plan_entry_id = entry.id
    WHERE plan.district_code = ${districtCode} AND plan.year = ${year} AND filing.status IN ${countedSql} GROUP BY 1, 2) counted
  GROUP BY root_id`;

const entriesSql = ({ districtCode, year }: PlanPlace) => Prisma.sql`
  (SELECT coalesce(json_agg(${itemSql} || jsonb_build_object('id', entry.id) ORDER BY entry.no), '[]')
    FROM plan_entry entry JOIN plan ON plan.id = plan_id
    WHERE district_code = ${districtCode} AND year = ${year} AND plan.status <> 'draft' AND until_plan_id IS NULL) AS "inForce",
  (SELECT coalesce(json_agg(latest), '[]') FROM (
    SELECT DISTINCT ON (entry.no) entry.no, agency_code AS lead, root_id AS "rootId", used, coalesce(visits.by_month, '{}') AS "usedByMonth"
    FROM plan_entry entry JOIN plan ON plan.id = plan_id JOIN plan_entry_agency party ON party.plan_entry_id = entry.id AND is_lead
      LEFT JOIN (${visitsSql({ districtCode, year })}) visits USING (root_id)
    WHERE district_code = ${districtCode} AND year = ${year} ORDER BY entry.no, plan.version DESC) latest) AS numbers`;

const namesSql = ({ districtCode }: PlanPlace) => Prisma.sql`
  (SELECT coalesce(json_agg(json_build_object('code', code, 'name', short_name)), '[]') FROM agency WHERE district_code = ${districtCode}) AS agencies,
  (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name, 'specialField', special_field, 'mergeable', mergeable_group IS NOT NULL,
      'inForce', published_to IS NULL OR published_to > today)), '[]')
    FROM (SELECT DISTINCT ON (code) * FROM matter WHERE district_code = ${districtCode} ORDER BY code, published_from DESC) known,
      (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS today) clock) AS matters`;

function namesOf({ agencies, matters }: Row): PlanNames {
  const [agency, matter] = [agencies, matters].map((list) => new Map(list.map(({ code, name }) => [code, name])));
  return { agency: (code) => agency?.get(code) ?? code, matter: (code) => matter?.get(code) ?? code };
}

function factsOf(row: Row, year: number): PublicationFacts {
  const inForce = row.matters.filter((matter) => matter.inForce);
  return {
    known: { year, leads: new Map(row.numbers.map(({ no, lead }) => [no, lead])) },
    ...{ lines: row.lines, joints: row.joints, inForce: row.inForce, names: namesOf(row) },
    taken: new Map(row.numbers.map(({ no, used }) => [no, used])),
    catalogue: { matters: inForce.length, mergeableMatters: inForce.filter(({ mergeable }) => mergeable).length },
  };
}

/** Everything that the next version of a district's plan is made from, in one statement. */
export async function gatherPublication(access: Statements, place: PlanPlace): Promise<GatheredPublication> {
  const [row] = await access.$queryRaw<Row[]>(Prisma.sql`SELECT now() AS now,
    (SELECT json_build_object('id', id, 'version', version) FROM plan
      WHERE district_code = ${place.districtCode} AND year = ${place.year} AND status = 'published') AS current,
    ${linesSql(place)}, ${entriesSql(place)}, ${namesSql(place)}`);
  if (!row) throw new Error('nothing gathered');
  const special = row.matters.filter(({ specialField }) => specialField).map(({ code }) => code);
  const { now, current, inForce: rows, numbers } = row;
  return { now, current, facts: factsOf(row, place.year), rows, numbers, specialMatters: new Set(special) };
}
