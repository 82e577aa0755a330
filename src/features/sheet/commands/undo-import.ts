import 'server-only';
import { isLineOpen } from '#domain/declaration/lifecycle.ts';
import { describeLines } from '#features/declaration/commands/describe-lines.ts';
import { lockOpenDeclaration } from '#features/declaration/commands/lock-declaration.ts';
import type { Command } from '#platform/command.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { lockSheet, storeSheet } from './lock-sheet.ts';

/** Takes a sheet's lines out of the declaration again, as long as it is with the agency and the office keeps none of them. */
export async function undoImport(
  { tx, scope, now, record }: Command<AgencyScope>,
  { sheet: id }: { sheet: string },
): Promise<Outcome<null>> {
  const locked = await lockSheet(tx, scope, { id, states: ['imported'] });
  if (!locked.ok) return locked;
  const { declarationId } = locked.value;
  if (!declarationId) throw new Error('an imported sheet has no declaration');
  const declaration = await lockOpenDeclaration(tx, scope, declarationId);
  if (!declaration.ok) return declaration;
  const where = { sheetId: id, declarationId, agencyCode: scope.agencyCode };
  const outcomes = await tx.declarationLine.groupBy({ by: ['outcome'], where });
  if (outcomes.some(({ outcome }) => !isLineOpen(declaration.value, outcome))) {
    return stale('办公室已审过其中的行，只能逐行修改退回的行，不能整批撤销。');
  }
  const lines = await describeLines(tx, where);
  await tx.declarationLine.deleteMany({ where });
  await storeSheet(tx, locked.value, { status: 'undone', undoneAt: now, added: 0 });
  record('sheet.reverted', id, { declaration: declarationId, removed: lines.length, lines });
  return ok(null);
}
