import 'server-only';
import { outcomeOfNewLine } from '#domain/declaration/lifecycle.ts';
import { type DeclaredLine, identityOf } from '#domain/declaration/line.ts';
import { daysOfPeriod, monthsOf } from '#domain/declaration/period.ts';
import { computeCount } from '#domain/declaration/quantity.ts';
import type { LineOutcome } from '#domain/plan/review-step.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { hashText, newId } from '#platform/entropy.ts';
import { measurePools } from '../queries/measure-pools.ts';
import { insertLines } from './insert-lines.ts';

/** The declaration that lines go into; it is the agency's own and still open to it. */
export type OpenDeclaration = { readonly id: string; readonly districtCode: string; readonly agencyCode: string; readonly year: number };
/** A line, and where in which sheet it stood. */
export type LineToStore = { readonly line: DeclaredLine; readonly sheetId?: string; readonly sheetRow?: number };

/** The row in force today of each matter, otherwise its latest. */
const mattersSql = ({ districtCode }: Pick<OpenDeclaration, 'districtCode'>, codes: readonly string[]) => Prisma.sql`
  SELECT DISTINCT ON (code) id, code FROM matter WHERE district_code = ${districtCode} AND code = ANY (${codes}::text[])
  ORDER BY code, daterange(published_from, published_to) @> (now() AT TIME ZONE 'Asia/Shanghai')::date DESC, published_from DESC`;

/** The row of one matter in force today, otherwise its latest. */
export async function findMatterId(tx: Tx, districtCode: string, code: string): Promise<string> {
  const [row] = await tx.$queryRaw<{ id: string }[]>(mattersSql({ districtCode }, [code]));
  if (!row) throw new Error(`no matter ${code} in ${districtCode}`);
  return row.id;
}

/** Where the declaration stands: its last line, and whether the office has had it. */
const standingSql = ({ id }: OpenDeclaration) => Prisma.sql`
  SELECT coalesce((SELECT max(ordinal) FROM declaration_line WHERE declaration_id = declaration.id), 0) AS last,
    approved_at IS NOT NULL AS "wasSentOn" FROM declaration WHERE id = ${id}::uuid`;

/** Without what is not set: JSON has no word for it. */
const toJson = (value: object) => JSON.parse(JSON.stringify(value)) as Prisma.InputJsonValue;

/** The columns that follow from what a line says; as reviewed it is as declared until the office has looked at it. */
export function contentOf(line: DeclaredLine, { year, poolSize }: { year: number; poolSize: number }) {
  const { pool, quantity, period, form, partners } = line;
  const { fromDay, toDay } = daysOfPeriod(period, year);
  const count = computeCount(quantity, poolSize);
  const months = monthsOf(period);
  return {
    ...{ pool: toJson(pool), quantity: toJson(quantity), period: toJson(period) },
    ...{ declaredCount: count, declaredMonths: months, declaredForm: form, count, months, form, partners: [...partners] },
    ...{ fromDay: new Date(`${fromDay}T00:00:00Z`), toDay: new Date(`${toDay}T00:00:00Z`) },
    fingerprint: hashText(identityOf(line)),
  };
}

function rowOf(
  declaration: OpenDeclaration,
  { line, sheetId, sheetRow }: LineToStore,
  known: { matterId: string; poolSize: number; ordinal: number; outcome: LineOutcome },
) {
  const { matter: _code, ...words } = line;
  return {
    ...words,
    ...known,
    ...{ id: newId(), declarationId: declaration.id, sheetId: sheetId ?? null, sheetRow: sheetRow ?? null },
    ...{ districtCode: declaration.districtCode, agencyCode: declaration.agencyCode, year: declaration.year },
    ...contentOf(line, { year: declaration.year, poolSize: known.poolSize }),
  };
}

/**
 * Adds lines to a declaration. A line that it holds already (same matter, targets, quantity, period, form, source) is not added again.
 * Gives how many were added and how many were there before.
 */
export async function storeLines(
  tx: Tx,
  declaration: OpenDeclaration,
  lines: readonly LineToStore[],
): Promise<{ readonly added: number; readonly known: number }> {
  const codes = lines.map(({ line }) => line.matter);
  const matters = await tx.$queryRaw<{ id: string; code: string }[]>(mattersSql(declaration, codes));
  const matterIds = new Map(matters.map(({ id, code }) => [code, id]));
  const pools = lines.map(({ line }) => line.pool);
  const sizes = await measurePools(declaration.districtCode, pools, tx);
  const [standing] = await tx.$queryRaw<{ last: number; wasSentOn: boolean }[]>(standingSql(declaration));
  if (!standing) throw new Error('no such declaration');
  const outcome = outcomeOfNewLine(standing);
  const data = lines.map((each, index) => {
    const matterId = matterIds.get(each.line.matter);
    if (!matterId) throw new Error(`no matter ${each.line.matter} in ${declaration.districtCode}`);
    return rowOf(declaration, each, { matterId, poolSize: sizes[index] ?? 0, ordinal: standing.last + 1 + index, outcome });
  });
  const added = await insertLines(tx, data);
  return { added, known: lines.length - added };
}
