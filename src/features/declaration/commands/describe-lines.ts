import 'server-only';
import type { Prisma, Tx } from '#platform/db.ts';

const select = {
  ...{ id: true, ordinal: true, sheetRow: true, poolLabel: true, pool: true, quantity: true, period: true, declaredForm: true },
  ...{ source: true, declaredCount: true, basis: true, partners: true, partnersText: true, remark: true },
  matter: { select: { code: true } },
} satisfies Prisma.DeclarationLineSelect;

/** What lines say, in their order, for the record of their change or removal: afterwards nothing else knows it. */
export async function describeLines(tx: Tx, where: Prisma.DeclarationLineWhereInput) {
  const rows = await tx.declarationLine.findMany({ where, select, orderBy: [{ ordinal: 'asc' }, { id: 'asc' }] });
  return rows.map(({ id, matter, declaredForm: form, declaredCount: count, ...said }) => ({
    ...{ line: id, matter: matter.code, form, count },
    ...said,
  }));
}
