import 'server-only';
import { Prisma, type Tx } from '#platform/db.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { SheetStatus } from '../labels.ts';
import type { StoredSheet } from '../queries/gather-reading.ts';

export type LockedSheet = StoredSheet & { readonly id: string; readonly status: SheetStatus; readonly declarationId: string | null };

const elsewhere: Readonly<Record<SheetStatus, string>> = {
  received: '这份表还在读取，读完再办。',
  read: '这份表还没有导入。',
  refused: '这份表没有接收，请改正后重新上传。',
  imported: '这份表已经导入，要改请在申报里改，或先撤销导入。',
  undone: '这份表的导入已经撤销。',
};

/** Reads and locks a sheet of one's own agency in one of these states; anybody else's is not found. */
export async function lockSheet(
  tx: Tx,
  scope: AgencyScope,
  of: { id: string; states: readonly SheetStatus[] },
): Promise<Outcome<LockedSheet>> {
  const { districtCode, agencyCode } = scope;
  const [sheet] = await tx.$queryRaw<LockedSheet[]>(Prisma.sql`
    SELECT id, district_code AS "districtCode", agency_code AS "agencyCode", year, status::text AS status, grid, mends, declaration_id AS "declarationId"
    FROM sheet_import WHERE id = ${of.id}::uuid AND district_code = ${districtCode} AND agency_code = ${agencyCode} FOR UPDATE`);
  if (!sheet) return notFound();
  return of.states.includes(sheet.status) ? ok(sheet) : stale(elsewhere[sheet.status]);
}

/** Stores what became of a locked sheet. */
export async function storeSheet(
  tx: Tx,
  { id, agencyCode, status }: LockedSheet,
  data: Prisma.SheetImportUncheckedUpdateManyInput,
): Promise<void> {
  const { count } = await tx.sheetImport.updateMany({ where: { id, agencyCode, status }, data });
  if (count !== 1) throw new Error('a locked sheet moved on');
}
