import 'server-only';
import type { InspectionForm } from '#domain/inspection/kinds.ts';
import { db, Prisma } from '#platform/db.ts';
import type { PublicScope, StaffScope } from '#platform/scope.ts';

/** A matter of the catalogue in force, as everybody may read it. */
export type OpenMatter = {
  readonly code: string;
  readonly name: string;
  readonly category: string;
  readonly form: InspectionForm;
  readonly basis: { readonly instrument: string; readonly locator: string };
  /** Line of work of the agencies that check it, as agencies carry it. */
  readonly agencyKind: string;
  readonly specialField: boolean;
  readonly mergeableGroup: string | null;
  /** GB/T 4754 divisions; empty means every industry. */
  readonly industries: readonly string[];
  readonly maxPerYear: number;
  readonly publishedFrom: string;
};

/** The catalogue of a district in force today; null where there is no such district. */
export async function listOpenMatters(_scope: PublicScope | StaffScope, district: string): Promise<OpenMatter[] | null> {
  const [rows, known] = await Promise.all([
    db().$queryRaw<OpenMatter[]>(Prisma.sql`
      SELECT code, name, category::text AS category, form::text AS form, json_build_object('instrument', basis_instrument, 'locator', basis_article) AS basis,
        agency_kind AS "agencyKind", special_field AS "specialField", mergeable_group AS "mergeableGroup", industries, max_per_year AS "maxPerYear",
        published_from::text AS "publishedFrom"
      FROM matter WHERE district_code = ${district} AND daterange(published_from, published_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date
      ORDER BY code`),
    db().district.count({ where: { code: district } }),
  ]);
  return known === 0 ? null : rows;
}
