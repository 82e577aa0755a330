import 'server-only';
import type { ReplacementReason, VoidReason } from '#domain/draw/lifecycle.ts';
import { type ExclusionReason, exclusionReasons } from '#domain/draw/record.ts';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope } from '#platform/scope.ts';

export type AgencyFigures = {
  readonly district: string;
  readonly districtName: string;
  readonly code: string;
  readonly name: string;
  /** Draws by the protocol, results registered before it, and enterprises in the frozen records of the former. */
  readonly draws: number;
  readonly registered: number;
  readonly candidates: number;
  readonly excluded: Readonly<Partial<Record<ExclusionReason, number>>>;
  readonly voids: Readonly<Partial<Record<VoidReason, number>>>;
  readonly failedRounds: number;
  /** Who did not commit or reveal in time, by name, and how often. */
  readonly withheld: Readonly<Record<string, number>>;
  /** Enterprises drawn, and those whose place the next in order took. */
  readonly drawn: number;
  readonly replaced: Readonly<Partial<Record<ReplacementReason, number>>>;
  /** Annual and special visits filed: all; those of special fields that are covered in full; of the others, those that came from a draw. */
  readonly visits: number;
  readonly covered: number;
  readonly fromDraws: number;
};
export type DrawStatistics = { readonly year: number; readonly years: readonly number[]; readonly rows: readonly AgencyFigures[] };

const standing = Prisma.sql`('filed', 'filedWithCondition', 'checkedIn', 'left', 'findingRecorded', 'rated', 'unrated', 'archived')`;

// A frozen record may be a hundred megabytes: the excluded are counted in its text, where none but they end in such a reason.
const drawsSql = (year: number | undefined) => Prisma.sql`
  chosen AS (SELECT coalesce(${year ?? null}::int, extract(year FROM now() AT TIME ZONE 'Asia/Shanghai')::int) AS year),
  own AS (SELECT draw.id, agency_code AS code, format, status, void_reason FROM draw JOIN chosen USING (year) WHERE status <> 'prepared'),
  head AS MATERIALIZED (SELECT code, subjects, left(frozen, strpos(frozen, ',"format":"ningqi-draw/1"')) AS text FROM own JOIN draw_record ON draw_id = own.id),
  gone AS (SELECT code, reason, sum((length(text) - length(replace(text, needle, ''))) / length(needle))::int AS n
    FROM head, unnest(${[...exclusionReasons]}::text[]) reason, LATERAL (SELECT '"reason":"' || reason || '"}' AS needle) part GROUP BY 1, 2),
  target AS (SELECT code, replaced_reason FROM own JOIN draw_outcome ON draw_id = own.id),
  withheld AS (SELECT own.code, short_name AS name, count(*)::int AS n FROM own JOIN draw_party party ON party.draw_id = own.id
    JOIN agency ON agency.code = party.agency_code WHERE withheld_at IS NOT NULL GROUP BY 1, 2)`;

const visitsSql = Prisma.sql`visit AS (
  SELECT lead_agency_code AS code, draw_outcome_id IS NOT NULL AS is_drawn, coalesce(full_coverage, false) AND NOT EXISTS (
      SELECT FROM filing_matter part JOIN matter ON matter.id = matter_id WHERE part.filing_id = filing.id AND NOT special_field) AS is_covered
  FROM filing JOIN chosen USING (year) LEFT JOIN plan_entry ON plan_entry.id = plan_entry_id
  WHERE filing.kind IN ('annual', 'special') AND filing.status IN ${standing})`;

const counts = (from: Prisma.Sql) => Prisma.sql`(SELECT coalesce(json_object_agg(name, n), '{}') FROM (${from}) told (name, n))`;

const rowsSql = Prisma.sql`SELECT agency.district_code AS district, district.name AS "districtName", agency.code, short_name AS name,
    (SELECT count(*)::int FROM own WHERE own.code = agency.code AND format <> '') AS draws,
    (SELECT count(*)::int FROM own WHERE own.code = agency.code AND format = '') AS registered,
    (SELECT coalesce(sum(subjects), 0)::int FROM head WHERE head.code = agency.code) AS candidates,
    ${counts(Prisma.sql`SELECT reason, n FROM gone WHERE gone.code = agency.code AND n > 0`)} AS excluded,
    ${counts(Prisma.sql`SELECT void_reason, count(*)::int FROM own WHERE own.code = agency.code AND status = 'void' GROUP BY 1`)} AS voids,
    (SELECT count(*)::int FROM draw_round JOIN own ON own.id = draw_id WHERE own.code = agency.code AND failed_at IS NOT NULL) AS "failedRounds",
    ${counts(Prisma.sql`SELECT withheld.name, n FROM withheld WHERE withheld.code = agency.code`)} AS withheld,
    (SELECT count(*)::int FROM target WHERE target.code = agency.code) AS drawn,
    ${counts(Prisma.sql`SELECT replaced_reason, count(*)::int FROM target WHERE target.code = agency.code AND replaced_reason IS NOT NULL GROUP BY 1`)} AS replaced,
    (SELECT count(*)::int FROM visit WHERE visit.code = agency.code) AS visits,
    (SELECT count(*)::int FROM visit WHERE visit.code = agency.code AND is_covered) AS covered,
    (SELECT count(*)::int FROM visit WHERE visit.code = agency.code AND is_drawn AND NOT is_covered) AS "fromDraws"
  FROM agency JOIN district ON district.code = agency.district_code
  WHERE agency.code IN (SELECT code FROM own UNION SELECT code FROM visit)`;

/** Figures of a year's draws and planned visits by leading agency, in one statement; this year's unless another is named. */
export async function loadStatistics(_scope: PublicScope, year: number | undefined): Promise<DrawStatistics> {
  const [row] = await db().$queryRaw<DrawStatistics[]>(Prisma.sql`WITH ${drawsSql(year)}, ${visitsSql}, row AS (${rowsSql})
    SELECT year, ARRAY(SELECT DISTINCT draw.year FROM draw WHERE status <> 'prepared' ORDER BY 1 DESC) AS years,
      (SELECT coalesce(json_agg(row ORDER BY district, code), '[]') FROM row) AS rows FROM chosen`);
  if (!row) throw new Error('no year');
  return row;
}
