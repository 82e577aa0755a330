import 'server-only';
import { type DeclaredLine, identityOf } from '#domain/declaration/line.ts';
import { daysOfPeriod, monthsOf } from '#domain/declaration/period.ts';
import { computeCount } from '#domain/declaration/quantity.ts';
import type { Prisma, Tx } from '#platform/db.ts';
import { hashText, newId } from '#platform/entropy.ts';
import { measurePools } from '../queries/measure-pools.ts';

/** The declaration that lines go into; it is the agency's own and still open to it. */
export type OpenDeclaration = { readonly id: string; readonly districtCode: string; readonly agencyCode: string; readonly year: number };
/** A line, and where in which sheet it stood. */
export type LineToStore = { readonly line: DeclaredLine; readonly sheetId?: string; readonly sheetRow?: number };

async function findMatterIds(tx: Tx, { districtCode }: OpenDeclaration, codes: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.matter.findMany({
    where: { districtCode, code: { in: [...new Set(codes)] } },
    select: { id: true, code: true },
    orderBy: { publishedFrom: 'asc' },
  });
  return new Map(rows.map(({ id, code }) => [code, id]));
}

function rowOf(
  declaration: OpenDeclaration,
  { line, sheetId, sheetRow }: LineToStore,
  known: { matterId: string; poolSize: number; ordinal: number },
) {
  const { matter: _code, pool, quantity, period, form, partners, ...words } = line;
  const { fromDay, toDay } = daysOfPeriod(period, declaration.year);
  const count = computeCount(quantity, known.poolSize);
  const months = monthsOf(period);
  return {
    ...words,
    ...known,
    ...{
      id: newId(),
      declarationId: declaration.id,
      fingerprint: hashText(identityOf(line)),
      sheetId: sheetId ?? null,
      sheetRow: sheetRow ?? null,
    },
    ...{ districtCode: declaration.districtCode, agencyCode: declaration.agencyCode, year: declaration.year },
    ...{ pool: pool as Prisma.InputJsonValue, quantity: quantity as Prisma.InputJsonValue, period: period as Prisma.InputJsonValue },
    ...{ declaredCount: count, declaredMonths: months, declaredForm: form, count, months, form, partners: [...partners] },
    ...{ fromDay: new Date(`${fromDay}T00:00:00Z`), toDay: new Date(`${toDay}T00:00:00Z`) },
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
  const matterIds = await findMatterIds(
    tx,
    declaration,
    lines.map(({ line }) => line.matter),
  );
  const sizes = await measurePools(
    declaration.districtCode,
    lines.map(({ line }) => line.pool),
    tx,
  );
  const last = await tx.declarationLine.aggregate({ where: { declarationId: declaration.id }, _max: { ordinal: true } });
  const first = (last._max.ordinal ?? 0) + 1;
  const data = lines.map((each, index) => {
    const matterId = matterIds.get(each.line.matter);
    if (!matterId) throw new Error(`no matter ${each.line.matter} in ${declaration.districtCode}`);
    return rowOf(declaration, each, { matterId, poolSize: sizes[index] ?? 0, ordinal: first + index });
  });
  const { count } = await tx.declarationLine.createMany({ data, skipDuplicates: true });
  return { added: count, known: lines.length - count };
}
