import 'server-only';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import type { Suspicion } from '../labels.ts';

type Side = { readonly id: string; readonly name: string; readonly uscc: string; readonly address: string };
/** Two rows that may be one enterprise. */
export type SuspectedPair = { readonly one: Side; readonly other: Side; readonly why: Suspicion };
export type DuplicatePage = {
  readonly pairs: readonly SuspectedPair[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
};

export const pairsPerPage = 50;

/** Widths, spaces, dashes and brackets make no other name; Chinese characters stay whatever the server's locale is. */
const keySql = (text: Prisma.Sql) => Prisma.sql`lower(regexp_replace(normalize(${text}, NFKC), '[[:space:]()·,.、。_-]', '', 'g'))`;

const standing = (districtCode: string) => Prisma.sql`standing AS (
  SELECT id, name, uscc, address, ${keySql(Prisma.sql`name`)} AS name_key, ${keySql(Prisma.sql`address`)} AS address_key
  FROM enterprise WHERE district_code = ${districtCode} AND merged_into_id IS NULL)`;

/** Codes that differ in one character share their first or their last half, so no pair of a whole building is compared. */
const pairs = Prisma.sql`
  SELECT one.id AS one_id, other.id AS other_id, 'sameName' AS why FROM standing one JOIN standing other ON one.name_key = other.name_key AND one.id < other.id
  UNION SELECT one.id, other.id, 'nearCode' FROM standing one JOIN standing other ON one.address_key = other.address_key AND one.id < other.id
    AND one.name_key <> other.name_key AND (left(one.uscc, 9) = left(other.uscc, 9) OR right(one.uscc, 9) = right(other.uscc, 9))
    AND (SELECT count(*) FROM generate_series(1, 18) place WHERE substr(one.uscc, place, 1) <> substr(other.uscc, place, 1)) = 1`;

const side = (name: string) => {
  const row = Prisma.raw(name);
  return Prisma.sql`json_build_object('id', ${row}.id, 'name', ${row}.name, 'uscc', ${row}.uscc, 'address', ${row}.address) AS ${row}`;
};
const shown = Prisma.sql`SELECT ${side('one')}, ${side('other')}, why FROM (${pairs}) pair JOIN enterprise one ON one.id = one_id JOIN enterprise other ON other.id = other_id`;

/** One page of the district's suspected pairs, by name. */
export async function listDuplicates({ districtCode }: OfficeScope, page: number): Promise<DuplicatePage> {
  const [rows, [counted]] = await Promise.all([
    db().$queryRaw<SuspectedPair[]>(Prisma.sql`WITH ${standing(districtCode)} ${shown}
      ORDER BY one.name, one.uscc, other.uscc LIMIT ${pairsPerPage} OFFSET ${(page - 1) * pairsPerPage}`),
    db().$queryRaw<{ total: number }[]>(Prisma.sql`WITH ${standing(districtCode)} SELECT count(*)::int AS total FROM (${pairs}) pair`),
  ]);
  const total = counted?.total ?? 0;
  return { pairs: rows, total, page, pages: Math.max(1, Math.ceil(total / pairsPerPage)) };
}

/** The rows that one enterprise may be the same as, at most 20. */
export async function listSuspects(
  { districtCode }: AgencyScope | OfficeScope,
  id: string,
): Promise<(Side & { readonly why: Suspicion })[]> {
  const found = await db().$queryRaw<SuspectedPair[]>(
    Prisma.sql`WITH ${standing(districtCode)} ${shown} WHERE ${id}::uuid IN (one_id, other_id) ORDER BY one.name, one.uscc LIMIT 20`,
  );
  return found.map(({ one, other, why }) => ({ ...(one.id === id ? other : one), why }));
}
