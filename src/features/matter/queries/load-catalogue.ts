import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import type { Category } from '#domain/declaration/sheet/read-words.ts';
import type { InspectionForm } from '#domain/inspection/kinds.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope, PublicScope } from '#platform/scope.ts';
import type { CatalogueFilter } from '../schema.ts';

export type MatterRow = {
  readonly code: string;
  readonly name: string;
  readonly agency: string;
  readonly category: Category;
  readonly form: InspectionForm;
  readonly basis: string;
  readonly specialField: boolean;
  readonly mergeableGroup: string | null;
  /** Industries by name; none means every industry. */
  readonly industries: readonly string[];
  readonly maxPerYear: number;
  readonly since: Day;
};

/** The catalogue in force: how many matters, how many of them may be merged, which version since when. */
export type CatalogueHead = {
  readonly district: string;
  readonly all: number;
  readonly mergeable: number;
  readonly version: number;
  readonly since: Day;
  readonly today: Day;
  /** The next version, where one is waiting for tomorrow. */
  readonly next: { readonly version: number; readonly from: Day; readonly note: string } | null;
};

const today = Prisma.sql`(now() AT TIME ZONE 'Asia/Shanghai')::date`;
const inForce = Prisma.sql`daterange(published_from, published_to) @> ${today}`;

/** The columns that the catalogue shows of `matter`. */
export const matterColumns = Prisma.sql`matter.code, matter.name, category::text AS category, form::text AS form,
  '《' || basis_instrument || '》' || basis_article AS basis, special_field AS "specialField", mergeable_group AS "mergeableGroup",
  max_per_year AS "maxPerYear", published_from::text AS since,
  coalesce((SELECT short_name FROM agency WHERE agency.district_code = matter.district_code AND agency.kind = matter.agency_kind ORDER BY code LIMIT 1),
    matter.agency_kind) AS agency,
  ARRAY(SELECT coalesce((SELECT industry_name FROM enterprise WHERE enterprise.district_code = matter.district_code AND industry = division LIMIT 1), division)
    FROM unnest(industries) division ORDER BY division) AS industries`;

async function loadHead(districtCode: string): Promise<CatalogueHead | null> {
  const [row] = await db().$queryRaw<CatalogueHead[]>(Prisma.sql`
    SELECT district.name AS district, ${today}::text AS today, sums.all, sums.mergeable,
      coalesce((SELECT max(version) FROM matter_catalogue WHERE district_code = code AND effective_from <= ${today}), 1) AS version,
      coalesce((SELECT max(effective_from) FROM matter_catalogue WHERE district_code = code AND effective_from <= ${today}), sums.first)::text AS since,
      (SELECT json_build_object('version', version, 'from', effective_from, 'note', note) FROM matter_catalogue
        WHERE district_code = code AND effective_from > ${today} ORDER BY version DESC LIMIT 1) AS next
    FROM district, LATERAL (SELECT count(*) FILTER (WHERE ${inForce})::int AS all,
      count(*) FILTER (WHERE ${inForce} AND mergeable_group IS NOT NULL)::int AS mergeable, min(published_from) AS first
      FROM matter WHERE matter.district_code = district.code) sums
    WHERE district.code = ${districtCode}`);
  return row ?? null;
}

function filterSql({ q, agency, category, merge }: CatalogueFilter): Prisma.Sql {
  const parts = [inForce];
  if (q) parts.push(Prisma.sql`(matter.name ILIKE ${`%${q.replace(/[\\%_]/g, '\\$&')}%`} OR matter.code = ${q})`);
  if (agency) parts.push(Prisma.sql`agency_kind = ${agency}`);
  if (category) parts.push(Prisma.sql`category = ${category}::matter_category`);
  if (merge) parts.push(merge === 'yes' ? Prisma.sql`mergeable_group IS NOT NULL` : Prisma.sql`mergeable_group IS NULL`);
  return Prisma.join(parts, ' AND ');
}

const pageSize = 50;
type Choice = { readonly value: string; readonly label: string };

/** A page of the catalogue in force of one's district, with what stands around it. */
export async function loadCatalogue(scope: AgencyScope | OfficeScope, filter: CatalogueFilter) {
  const { districtCode, agencyCode, actor } = scope;
  const where = Prisma.sql`district_code = ${districtCode} AND ${filterSql(filter)}`;
  const [head, rows, [counted], agencies, [own]] = await Promise.all([
    loadHead(districtCode),
    db().$queryRaw<MatterRow[]>(Prisma.sql`SELECT ${matterColumns} FROM matter WHERE ${where} ORDER BY matter.code
      LIMIT ${pageSize} OFFSET ${(filter.page - 1) * pageSize}`),
    db().$queryRaw<{ total: number }[]>(Prisma.sql`SELECT count(*)::int AS total FROM matter WHERE ${where}`),
    db().$queryRaw<Choice[]>(Prisma.sql`SELECT kind AS value, min(short_name) AS label FROM agency
      WHERE district_code = ${districtCode} AND kind IS NOT NULL GROUP BY kind ORDER BY min(code)`),
    db().$queryRaw<{ kind: string | null }[]>(Prisma.sql`SELECT kind FROM agency WHERE code = ${agencyCode}`),
  ]);
  const total = counted?.total ?? 0;
  if (!head) throw new Error('no catalogue');
  const canPropose = actor.type === 'user' && actor.role === 'agencyFiler' && own?.kind != null;
  return { head, rows, total, pageSize, pages: Math.max(1, Math.ceil(total / pageSize)), agencies, canPropose };
}
export type Catalogue = Awaited<ReturnType<typeof loadCatalogue>>;

/** A district's whole catalogue in force, for everybody; null where there is no such district. */
export async function loadPublicCatalogue(_scope: PublicScope, districtCode: string) {
  const head = await loadHead(districtCode);
  if (!head) return null;
  const rows = await db().$queryRaw<MatterRow[]>(Prisma.sql`SELECT ${matterColumns} FROM matter
    WHERE district_code = ${districtCode} AND ${inForce} ORDER BY matter.code LIMIT 2000`);
  return { head, rows };
}
export type PublicCatalogue = NonNullable<Awaited<ReturnType<typeof loadPublicCatalogue>>>;
