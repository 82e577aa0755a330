import 'server-only';
import type { SheetReading } from '#domain/declaration/sheet/read-declaration.ts';
import { type LockedDeclaration, lockOpenDeclaration } from '#features/declaration/commands/lock-declaration.ts';
import { openDeclaration } from '#features/declaration/commands/open-declaration.ts';
import { type LineToStore, storeLines } from '#features/declaration/commands/store-lines.ts';
import type { Command } from '#platform/command.ts';
import type { Tx } from '#platform/db.ts';
import { invalid, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { findKnown } from '../queries/find-known.ts';
import { gatherReading } from '../queries/gather-reading.ts';
import { type LockedSheet, lockSheet, storeSheet } from './lock-sheet.ts';

type Begun = { readonly declaration: LockedDeclaration; readonly begun: boolean };

/** The agency's declaration of the sheet's year that takes lines, locked; begun where there is none. */
async function lockTarget(tx: Tx, scope: AgencyScope, { year }: LockedSheet): Promise<Outcome<Begun>> {
  const opened = await openDeclaration(tx, scope, year);
  if (!opened) return stale('上一份申报在等分管负责人批准，批准或退回后再导入。');
  const locked = await lockOpenDeclaration(tx, scope, opened.id);
  return locked.ok ? ok({ declaration: locked.value, begun: opened.begun }) : locked;
}

/** The sheet's lines that the agency has not declared yet this year. */
async function gatherNewLines(tx: Tx, sheet: LockedSheet, { lines }: SheetReading): Promise<LineToStore[]> {
  const whole = lines.flatMap(({ line, row }) => (line ? [{ line, sheetId: sheet.id, sheetRow: row }] : []));
  const known = await findKnown(
    sheet,
    whole.map(({ line }) => line),
    tx,
  );
  return whole.filter((_, index) => !known.has(index));
}

type Import = { readonly sheet: LockedSheet; readonly lines: readonly LineToStore[] };

async function storeImport(
  { tx, scope, record, now }: Command<AgencyScope>,
  { sheet, lines }: Import,
): Promise<Outcome<{ declaration: string }>> {
  const target = await lockTarget(tx, scope, sheet);
  if (!target.ok) return target;
  const { declaration, begun } = target.value;
  const { added } = await storeLines(tx, declaration, lines);
  if (added === 0) return stale('表里的行申报中都已有，没有新的可导入。');
  await storeSheet(tx, sheet, { status: 'imported', declarationId: declaration.id, added, importedAt: now, undoneAt: null });
  if (begun) record('declaration.begun', declaration.id, { year: sheet.year, kind: 'annual' });
  record('sheet.imported', sheet.id, { declaration: declaration.id, added });
  return ok({ declaration: declaration.id });
}

/** Adds a sheet's lines to the agency's open declaration of that year, once nothing in it is wrong; lines declared before are not doubled. */
export async function importSheet(
  context: Command<AgencyScope>,
  { sheet: id }: { sheet: string },
): Promise<Outcome<{ declaration: string }>> {
  const { tx, scope } = context;
  const locked = await lockSheet(tx, scope, { id, states: ['read', 'undone'] });
  if (!locked.ok) return locked;
  const reading = await gatherReading(locked.value, tx);
  const { length } = reading.errors;
  if (length > 0) return invalid({ '': [`还有 ${length} 处错误，改正或选择不导入这些行之后再导入`] });
  const lines = await gatherNewLines(tx, locked.value, reading);
  if (lines.length === 0) return stale('表里的行申报中都已有，没有新的可导入。');
  return storeImport(context, { sheet: locked.value, lines });
}
