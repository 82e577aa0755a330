import 'server-only';
import type { CatalogueMatter, SheetContext } from '#domain/declaration/sheet/context.ts';
import type { KnownAgency } from '#domain/declaration/sheet/read-partners.ts';
import { loadPolicy } from '#features/rules/queries.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';

/** Whose sheet, of which year. */
export type SheetPlace = { readonly districtCode: string; readonly agencyCode: string; readonly year: number };

type Row = { districtName: string; agencies: KnownAgency[]; matters: CatalogueMatter[]; policyId: string };

const gather = ({ districtCode }: SheetPlace) => Prisma.sql`
  WITH today AS (SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date AS day)
  SELECT district.name AS "districtName",
    (SELECT json_agg(json_build_object('code', code, 'name', name, 'shortName', short_name, 'kind', kind) ORDER BY code)
      FROM agency WHERE district_code = district.code) AS agencies,
    (SELECT coalesce(json_agg(json_build_object('code', code, 'name', name, 'agencyKind', agency_kind, 'form', form, 'industries', industries,
        'specialField', special_field) ORDER BY code), '[]')
      FROM matter, today WHERE district_code = district.code AND published_from <= day AND (published_to IS NULL OR day < published_to)) AS matters,
    (SELECT id FROM policy, today WHERE district_code = district.code AND daterange(effective_from, effective_to) @> day ORDER BY version DESC LIMIT 1) AS "policyId"
  FROM district WHERE district.code = ${districtCode}`;

/** What an agency's sheet is read against: the catalogue in force, the district's units, its quiet days. */
export async function loadSheetContext(place: SheetPlace, access: Statements = db()): Promise<SheetContext> {
  const [row] = await access.$queryRaw<Row[]>(gather(place));
  const agency = row?.agencies.find(({ code }) => code === place.agencyCode);
  if (!row || !agency) throw new Error(`no agency ${place.agencyCode} in ${place.districtCode}`);
  const { values } = await loadPolicy(row.policyId, access);
  const { recurrences, kinds } = values.quietDays.value;
  const { districtName, agencies, matters } = row;
  return { year: place.year, kind: 'annual', districtName, agency, agencies, matters, quietDays: { recurrences, kinds } };
}
