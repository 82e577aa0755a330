import 'server-only';
import { Prisma, type Statements } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { MatterFields } from '../schema.ts';

/** The columns of a matter as a proposal writes them; `matter` is the row. */
export const fieldsSql = Prisma.sql`json_build_object('name', matter.name, 'category', matter.category, 'form', matter.form,
  'basisInstrument', basis_instrument, 'basisArticle', basis_article, 'specialField', CASE WHEN special_field THEN 'yes' ELSE '' END,
  'mergeableGroup', coalesce(mergeable_group, ''), 'industries', industries, 'group', matter.group, 'maxPerYear', max_per_year)`;

const ownKind = ({ agencyCode }: AgencyScope) => Prisma.sql`(SELECT kind FROM agency WHERE code = ${agencyCode})`;

/** A matter of one's own agency as it will stay: a version that waits for tomorrow comes before today's, so that a change builds on it. Null where none stays. */
export async function findOwnMatter(access: Statements, scope: AgencyScope, code: string): Promise<MatterFields | null> {
  const [row] = await access.$queryRaw<{ fields: MatterFields }[]>(Prisma.sql`
    SELECT ${fieldsSql} AS fields FROM matter WHERE district_code = ${scope.districtCode} AND code = ${code}
      AND agency_kind = ${ownKind(scope)} AND published_to IS NULL`);
  return row?.fields ?? null;
}

export type Groups = {
  /** Ranges of competence of the agency, each with one of its matters by name. */
  readonly groups: readonly { readonly value: string; readonly label: string }[];
  readonly mergeable: readonly string[];
  readonly industries: readonly { readonly value: string; readonly label: string }[];
};

/** What a proposal chooses from. */
export async function loadGroups(access: Statements, scope: AgencyScope): Promise<Groups> {
  const { districtCode } = scope;
  const [row] = await access.$queryRaw<Groups[]>(Prisma.sql`SELECT
    (SELECT coalesce(json_agg(json_build_object('value', own.group, 'label', '同「' || own.name || '」')), '[]')
      FROM (SELECT "group", min(name) AS name FROM matter WHERE district_code = ${districtCode} AND agency_kind = ${ownKind(scope)}
        GROUP BY "group" ORDER BY "group") own) AS groups,
    ARRAY(SELECT DISTINCT mergeable_group FROM matter WHERE district_code = ${districtCode} AND mergeable_group IS NOT NULL ORDER BY 1) AS mergeable,
    (SELECT coalesce(json_agg(json_build_object('value', firm.industry, 'label', firm.industry || '　' || firm.name) ORDER BY firm.industry), '[]')
      FROM (SELECT industry, min(industry_name) AS name FROM enterprise WHERE district_code = ${districtCode} GROUP BY industry) firm) AS industries`);
  if (!row) throw new Error('no groups');
  return row;
}
