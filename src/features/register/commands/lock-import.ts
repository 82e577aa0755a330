import 'server-only';
import type { CellRow } from '#domain/register/table.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import type { ImportStatus } from '../labels.ts';
import { type ImportPlace, placeOf } from '../queries/import-place.ts';
import { type StoredTally, storedRow, storedTally } from '../schema.ts';

export type LockedImport = ImportPlace & {
  readonly id: string;
  readonly status: ImportStatus;
  readonly tally: StoredTally | null;
  readonly importedAt: Date | null;
};

const elsewhere: Readonly<Record<ImportStatus, string>> = {
  received: '这份表还在读取，读完再办。',
  read: '这份表还没有导入。',
  refused: '这份表没有接收，请改正后重新上传。',
  imported: '这份表已经导入。要改，请先撤回导入。',
  undone: '这份表的导入已经撤回。',
};

/** Whoever changes a district's registers by a sheet or a merge waits for whoever does so already, and for a draw that is being frozen. */
export async function lockRegister(tx: Tx, { districtCode }: { readonly districtCode: string }): Promise<void> {
  await tx.$queryRaw(Prisma.sql`SELECT pg_advisory_xact_lock(hashtextextended(${`register ${districtCode}`}, 0))::text`);
}

type Stored = Omit<LockedImport, keyof ImportPlace | 'tally'> & { readonly tally: unknown };

/** Locks an import of one's own in one of these states, and the register it belongs to; anybody else's is not found. */
export async function lockImport(
  tx: Tx,
  scope: AgencyScope | OfficeScope,
  of: { id: string; states: readonly ImportStatus[] },
): Promise<Outcome<LockedImport>> {
  const place = placeOf(scope);
  const [found] = await tx.$queryRaw<Stored[]>(Prisma.sql`
    SELECT id, status::text AS status, tally, imported_at AS "importedAt" FROM register_import
    WHERE id = ${of.id}::uuid AND district_code = ${place.districtCode} AND agency_code = ${place.agencyCode} AND kind = ${place.kind}::register_kind FOR UPDATE`);
  if (!found) return notFound();
  if (!of.states.includes(found.status)) return stale(elsewhere[found.status]);
  await lockRegister(tx, place);
  return ok({ ...place, ...found, tally: found.tally === null ? null : storedTally.parse(found.tally) });
}

/** The rows of an import as they were read, with what was mended. */
export async function readCells(tx: Tx, id: string): Promise<CellRow<string>[]> {
  const rows = await tx.$queryRaw<{ row: number; record: unknown }[]>(
    Prisma.sql`SELECT "row", record FROM register_import_row WHERE import_id = ${id}::uuid ORDER BY "row"`,
  );
  return rows.map(({ row, record }) => ({ row, cells: storedRow.parse(record).cells }));
}
