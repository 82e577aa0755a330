import 'server-only';
import type { DeclaredLine } from '#domain/declaration/line.ts';
import { identityOf } from '#domain/declaration/line.ts';
import { db, Prisma, type Statements } from '#platform/db.ts';
import type { SheetPlace } from './load-context.ts';

/** Which of the lines the agency has declared already this year, in whatever declaration: their places in the list, from 0. */
export async function findKnown(
  place: SheetPlace,
  lines: readonly DeclaredLine[],
  access: Statements = db(),
): Promise<ReadonlySet<number>> {
  const rows = await access.$queryRaw<{ turn: number }[]>(Prisma.sql`
    SELECT (turn - 1)::int AS turn FROM unnest(${lines.map(identityOf)}::text[]) WITH ORDINALITY asked (identity, turn)
    WHERE encode(sha256(convert_to(identity, 'UTF8')), 'hex') IN (
      SELECT fingerprint FROM declaration_line
      WHERE district_code = ${place.districtCode} AND agency_code = ${place.agencyCode} AND year = ${place.year})`);
  return new Set(rows.map(({ turn }) => turn));
}
