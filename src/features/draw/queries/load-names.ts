import 'server-only';
import type { Names } from '#domain/draw/officers-lacking.ts';
import { rangesSql } from '#features/inspector/queries/inspector-sql.ts';
import { Prisma, type Statements } from '#platform/db.ts';

/** What a district's agencies and the ranges of its matters are called, by code: users are told names. */
export async function loadNames(access: Statements, districtCode: string): Promise<Names> {
  const [row] = await access.$queryRaw<{ names: Names | null }[]>(Prisma.sql`SELECT json_object_agg(code, name) AS names FROM (
    SELECT code, short_name AS name FROM agency WHERE district_code = ${districtCode}
    UNION SELECT "group", label FROM ${rangesSql(districtCode)} ranges) named`);
  return row?.names ?? {};
}
