import 'server-only';
import type { Mends } from '#domain/declaration/sheet/context.ts';
import type { SheetGrid } from '#domain/declaration/sheet/grid.ts';
import { readDeclaration, type SheetReading } from '#domain/declaration/sheet/read-declaration.ts';
import type { Statements } from '#platform/db.ts';
import { storedMends } from '../schema.ts';
import { loadSheetContext, type SheetPlace } from './load-context.ts';

/** A sheet's cells and corrections as they are stored. */
export type StoredSheet = SheetPlace & { readonly grid: unknown; readonly mends: unknown };

/** The corrections of a stored sheet. */
export function mendsOf({ mends }: Pick<StoredSheet, 'mends'>): Mends {
  return storedMends.parse(mends);
}

/** Reads a stored sheet again as its corrections and today's catalogue say: the one path for page, correction and import. */
export async function gatherReading(sheet: StoredSheet, access?: Statements): Promise<SheetReading> {
  const { districtCode, agencyCode, year } = sheet;
  const context = await loadSheetContext({ districtCode, agencyCode, year }, access);
  const reading = readDeclaration(sheet.grid as SheetGrid, context, mendsOf(sheet));
  if (!reading) throw new Error('a sheet without a table was taken for read');
  return reading;
}
