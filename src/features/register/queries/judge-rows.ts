import 'server-only';
import { normaliseCode } from '#domain/enterprise/normal-text.ts';
import { decideFates, type RowFate } from '#domain/register/decide-fates.ts';
import type { EnterpriseField, EnterpriseValues } from '#domain/register/enterprise-fields.ts';
import { enterpriseRules, type KnownEnterprise } from '#domain/register/enterprise-rules.ts';
import type { InspectorField, InspectorValues } from '#domain/register/inspector-fields.ts';
import { inspectorRules, type KnownInspector, type KnownRange } from '#domain/register/inspector-rules.ts';
import type { KnownTerritory } from '#domain/register/read-enterprise.ts';
import type { CellRow } from '#domain/register/table.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import type { ImportPlace } from './import-place.ts';
import { enterpriseValuesSql, inspectorValuesSql } from './values-sql.ts';

/** Rows with their fates, of either register. */
export type Judged =
  | { readonly kind: 'enterprise'; readonly rows: readonly RowFate<EnterpriseField, EnterpriseValues>[] }
  | { readonly kind: 'inspector'; readonly rows: readonly RowFate<InspectorField, InspectorValues>[] };

/** The streets, towns and parks of a district. */
export function listTerritories(access: Statements, districtCode: string): Promise<KnownTerritory[]> {
  return access.$queryRaw<KnownTerritory[]>(
    Prisma.sql`SELECT code, name, kind::text AS kind FROM territory WHERE district_code = ${districtCode} ORDER BY code`,
  );
}

/** The agency's ranges of competence with the names of its matters in force or to come. */
export function listRanges(access: Statements, { agencyCode }: ImportPlace): Promise<KnownRange[]> {
  return access.$queryRaw<KnownRange[]>(Prisma.sql`SELECT matter.group, array_agg(DISTINCT matter.name ORDER BY matter.name) AS matters
    FROM matter JOIN agency ON agency.district_code = matter.district_code AND agency.kind = matter.agency_kind
    WHERE agency.code = ${agencyCode} GROUP BY matter.group ORDER BY matter.group`);
}

async function judgeEnterprises(access: Statements, { districtCode }: ImportPlace, rows: readonly CellRow<string>[]): Promise<Judged> {
  const register = await access.$queryRaw<KnownEnterprise[]>(Prisma.sql`SELECT id, ${enterpriseValuesSql} AS values,
    (SELECT kept.name FROM enterprise kept WHERE kept.id = enterprise.merged_into_id) AS "mergedInto"
    FROM enterprise WHERE district_code = ${districtCode}`);
  const rules = enterpriseRules(register, await listTerritories(access, districtCode));
  return { kind: 'enterprise', rows: decideFates(rows as readonly CellRow<EnterpriseField>[], rules) };
}

async function judgeInspectors(access: Statements, place: ImportPlace, rows: readonly CellRow<string>[]): Promise<Judged> {
  const people = await access.$queryRaw<KnownInspector[]>(
    Prisma.sql`SELECT id, ${inspectorValuesSql} AS values FROM inspector WHERE agency_code = ${place.agencyCode}`,
  );
  const others = await access.$queryRaw<{ number: string }[]>(
    Prisma.sql`SELECT credential_no AS number FROM inspector WHERE agency_code <> ${place.agencyCode} AND credential_no IS NOT NULL`,
  );
  const elsewhere = new Set(others.map(({ number }) => normaliseCode(number)));
  const rules = inspectorRules({ people, elsewhere, ranges: await listRanges(access, place) });
  return { kind: 'inspector', rows: decideFates(rows as readonly CellRow<InspectorField>[], rules) };
}

/** Gives every row its fate against the register as it stands now: the one path for reading, mending and importing. */
export function judgeRows(access: Statements, place: ImportPlace, rows: readonly CellRow<string>[]): Promise<Judged> {
  return place.kind === 'enterprise' ? judgeEnterprises(access, place, rows) : judgeInspectors(access, place, rows);
}
