import 'server-only';
import type { PolicyValues } from '#domain/law/policy.ts';
import { poolConditionSql } from '#features/declaration/queries/measure-pools.ts';
import { countedSql } from '#features/filing/queries/status-sets.ts';
import { Prisma } from '#platform/db.ts';
import type { DrawableEntry } from './gather-entries.ts';

/** What a pool is read for. Every entry is of the one year. */
export type PoolQuestion = {
  readonly districtCode: string;
  readonly entries: readonly DrawableEntry[];
  readonly policy: { readonly [Key in keyof PolicyValues]: { readonly value: PolicyValues[Key] } };
};

const jsonOf = (value: object) => Prisma.sql`${JSON.stringify(value)}::jsonb`;

/** Enterprises that the entry is about: of every part's pool, and of a line of business in which all its matters are checked. */
function scopeSql({ pool, matters }: DrawableEntry): Prisma.Sql {
  const pools = pool === null ? [] : [pool, ...(pool.parts ?? []).map((part) => part.pool)];
  const narrowing = matters.filter(({ industries }) => industries.length > 0);
  return Prisma.join(
    [
      ...pools.map((each) => poolConditionSql(jsonOf(each))),
      ...narrowing.map(({ industries }) => Prisma.sql`enterprise.industry = ANY (${industries}::text[])`),
      Prisma.sql`TRUE`,
    ],
    ' AND ',
  );
}

/** The row that stands for a row of the register: what happened to one merged into it counts as its own. */
const keptSql = Prisma.sql`coalesce(firm.merged_into_id, firm.id)`;

/** Enterprises that an agency has visited as often as their tier allows in the entry's year. */
function cappedSql({ agencies, year }: DrawableEntry, { policy }: PoolQuestion): Prisma.Sql {
  const { general, high, highTiers } = policy.frequencyCap.value;
  return Prisma.sql`SELECT kept.id FROM visit_counter counter JOIN enterprise firm ON firm.id = enterprise_id JOIN enterprise kept ON kept.id = ${keptSql}
    WHERE agency_kind = ANY (${agencies.map(({ kind }) => kind)}::text[]) AND year = ${year}::int GROUP BY kept.id, agency_kind
    HAVING sum(visits) >= CASE WHEN kept.risk::text = ANY (${highTiers}::text[]) THEN ${high}::int ELSE ${general}::int END`;
}

/** Enterprises already drawn for another entry of the same lead in the same year. */
function drawnSql({ id, agencies, year }: DrawableEntry, { districtCode }: PoolQuestion): Prisma.Sql {
  return Prisma.sql`SELECT ${keptSql} FROM drawn_target target JOIN enterprise firm ON firm.id = enterprise_id JOIN plan_entry other ON other.id = target.plan_entry_id
    JOIN plan ON plan.id = other.plan_id JOIN plan_entry_agency party ON party.plan_entry_id = other.id AND is_lead
    WHERE plan.district_code = ${districtCode} AND plan.year = ${year}::int AND party.agency_code = ${agencies[0]?.agency ?? ''} AND other.root_id <> ${id}::uuid`;
}

/** The first rule that keeps an enterprise out, in the order in which they are told; null for a candidate. */
function reasonSql(entry: DrawableEntry, question: PoolQuestion): Prisma.Sql {
  const { frequencyCap, undisturbedKinds, sameMatterOnceKinds } = question.policy;
  const { kind, matters, year } = entry;
  const isSpecial = matters.length > 0 && matters.every(({ specialField }) => specialField);
  const codes = matters.map(({ code }) => code);
  return Prisma.sql`CASE WHEN status = 'cancelled' THEN 'cancelled' WHEN status = 'suspended' THEN 'suspended'
    WHEN ${frequencyCap.value.kinds.includes(kind)}::boolean AND enterprise.id IN (${cappedSql(entry, question)}) THEN 'capReached'
    WHEN ${undisturbedKinds.value.includes(kind) && !isSpecial}::boolean AND undisturbed THEN 'undisturbed'
    WHEN enterprise.id IN (${drawnSql(entry, question)}) THEN 'alreadyDrawn'
    WHEN ${sameMatterOnceKinds.value.includes(kind)}::boolean AND enterprise.id IN (
      SELECT ${keptSql} FROM matter_visit JOIN enterprise firm ON firm.id = enterprise_id WHERE matter_code = ANY (${codes}::text[]) AND year = ${year}::int) THEN 'matterDone' END`;
}

/** What divides the pool: a column of ours, never a word from outside. */
function stratumSql({ policy }: PoolQuestion): Prisma.Sql {
  const columns = { risk: 'enterprise.risk::text', size: 'enterprise.size', territory: 'enterprise.territory_code' } as const;
  const { stratifyBy } = policy.draw.value;
  return stratifyBy === null ? Prisma.sql`''` : Prisma.raw(columns[stratifyBy]);
}

function weightSql({ policy }: PoolQuestion): Prisma.Sql {
  const { A, B, C, D } = policy.draw.value.weights;
  return Prisma.sql`CASE enterprise.risk WHEN 'A' THEN ${A}::int WHEN 'B' THEN ${B}::int WHEN 'C' THEN ${C}::int ELSE ${D}::int END`;
}

/** Rows (id, uscc, entry, weight, stratum, reason): each enterprise that an entry is about, with the reason that keeps it out. */
export function poolRowsSql(question: PoolQuestion): Prisma.Sql {
  const parts = question.entries.map(
    (entry, position) => Prisma.sql`SELECT enterprise.id, uscc, ${position}::int AS entry, ${weightSql(question)} AS weight,
        ${stratumSql(question)} AS stratum, ${reasonSql(entry, question)} AS reason
      FROM enterprise WHERE district_code = ${question.districtCode} AND merged_into_id IS NULL AND ${scopeSql(entry)}`,
  );
  return Prisma.join(parts, ' UNION ALL ');
}

/** The last standing visit of each agency at each enterprise of the district, with whom it sent: rotation keeps them away. */
const lastVisitsSql = (districtCode: string, agencies: readonly string[]) => Prisma.sql`
  SELECT DISTINCT ON (party.agency_code, ${keptSql}) party.agency_code, ${keptSql} AS enterprise_id, filing.id AS filing_id
  FROM filing JOIN filing_agency party ON party.filing_id = filing.id JOIN enterprise firm ON firm.id = filing.enterprise_id
  WHERE filing.district_code = ${districtCode} AND party.agency_code = ANY (${agencies}::text[]) AND filing.status IN ${countedSql}
  ORDER BY 1, 2, starts_at DESC, filing.id DESC`;

/** One value: inspectors of the agencies with a credential, why each is no candidate, and the candidates they are kept from. */
export function officersSql({ entries }: PoolQuestion): Prisma.Sql {
  const agencies = [...new Set(entries.flatMap((entry) => entry.agencies.map(({ agency }) => agency)))];
  // An agency that one of the entries asks no range of can send anybody.
  const needs = agencies.map((code) => {
    const asked = entries.flatMap((entry) => entry.agencies.filter(({ agency }) => agency === code).map(({ groups }) => groups));
    return { code, groups: asked.some((groups) => groups.length === 0) ? [] : asked.flat() };
  });
  const [fromDay] = entries.map((entry) => entry.fromDay).sort();
  const toDay = entries
    .map((entry) => entry.toDay)
    .sort()
    .at(-1);
  return Prisma.sql`SELECT coalesce(json_agg(json_build_object('id', credential_no, 'agency', agency_code, 'groups', groups, 'reason', CASE
      WHEN left_on IS NOT NULL THEN 'left' WHEN responsible_leader THEN 'approves'
      WHEN valid_from IS NULL OR valid_to IS NULL OR valid_from > ${fromDay}::date OR valid_to < ${toDay}::date THEN 'expires'
      WHEN need -> 'groups' <> '[]' AND NOT groups && ARRAY(SELECT jsonb_array_elements_text(need -> 'groups')) THEN 'outOfRange' END,
    'recused', coalesce(recused.codes, '{}'), 'visitedLast', coalesce(visited.codes, '{}')
    ) ORDER BY credential_no COLLATE "C"), '[]')
    FROM inspector JOIN jsonb_array_elements(${jsonOf(needs)}) need ON need ->> 'code' = agency_code
    LEFT JOIN recused ON recused.inspector_id = inspector.id LEFT JOIN visited ON visited.inspector_id = inspector.id
    WHERE credential_no IS NOT NULL AND credential_kind <> 'none'`;
}

/** The tables that both readings of a pool stand on. */
export function poolTablesSql(question: PoolQuestion): Prisma.Sql {
  const agencies = question.entries.flatMap((entry) => entry.agencies.map(({ agency }) => agency));
  return Prisma.sql`pool AS MATERIALIZED (${poolRowsSql(question)}),
    last_visit AS MATERIALIZED (${lastVisitsSql(question.districtCode, agencies)}),
    recused AS MATERIALIZED (SELECT inspector_id, array_agg(DISTINCT pool.uscc) AS codes
      FROM recusal JOIN enterprise firm ON firm.id = enterprise_id JOIN pool ON pool.id = ${keptSql} WHERE pool.reason IS NULL GROUP BY 1),
    visited AS MATERIALIZED (SELECT person.inspector_id, array_agg(DISTINCT uscc) AS codes FROM last_visit visit
      JOIN pool ON pool.id = visit.enterprise_id JOIN filing_inspector person ON person.filing_id = visit.filing_id
      JOIN inspector ON inspector.id = person.inspector_id AND inspector.agency_code = visit.agency_code WHERE pool.reason IS NULL GROUP BY 1)`;
}
