import 'server-only';
import { computeCount, sayShortage } from '#domain/declaration/quantity.ts';
import type { Mends } from '#domain/declaration/sheet/context.ts';
import type { SheetReading } from '#domain/declaration/sheet/read-declaration.ts';
import { measurePools } from '#features/declaration/queries/measure-pools.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import type { SheetStatus } from '../labels.ts';
import { findKnown } from './find-known.ts';
import { gatherReading, mendsOf, type StoredSheet } from './gather-reading.ts';

type SheetRow = StoredSheet & {
  readonly id: string;
  readonly fileName: string;
  readonly size: number;
  readonly status: SheetStatus;
  readonly refusal: string;
  readonly added: number;
  readonly declarationId: string | null;
  readonly receivedAt: Date;
  readonly receivedBy: string;
  readonly now: Date;
  /** Another upload of the very same file, the latest. */
  readonly twin: { readonly id: string; readonly status: SheetStatus; readonly receivedAt: string } | null;
};

/** A sheet as its page shows it; `reading` once it was read, `known` the rows that are declared already. */
export type SheetView = Omit<SheetRow, 'grid' | 'mends'> & {
  readonly canMend: boolean;
  readonly canUndo: boolean;
  readonly mends: Mends;
  readonly reading: SheetReading | null;
  readonly known: ReadonlySet<number>;
  /** By row: a note where the register holds fewer enterprises than the line asks for; it stands in nobody's way. */
  readonly shortages: ReadonlyMap<number, string>;
};

const sheetSql = ({ districtCode, agencyCode }: AgencyScope, id: string) => Prisma.sql`
  SELECT sheet.id, sheet.district_code AS "districtCode", sheet.agency_code AS "agencyCode", year, file_name AS "fileName", size,
    status::text AS status, refusal, grid, mends, added, declaration_id AS "declarationId", received_at AS "receivedAt", person.name AS "receivedBy", now() AS now,
    (SELECT json_build_object('id', id, 'status', status, 'receivedAt', received_at) FROM sheet_import twin
      WHERE twin.agency_code = sheet.agency_code AND twin.year = sheet.year AND twin.sha256 = sheet.sha256 AND twin.id <> sheet.id
      ORDER BY received_at DESC LIMIT 1) AS twin
  FROM sheet_import sheet JOIN user_account person ON person.id = received_by_id
  WHERE sheet.id = ${id}::uuid AND sheet.district_code = ${districtCode} AND sheet.agency_code = ${agencyCode}`;

async function findKnownRows(sheet: SheetRow, { lines }: SheetReading): Promise<ReadonlySet<number>> {
  const whole = lines.flatMap(({ line, row }) => (line ? [{ line, row }] : []));
  const known = await findKnown(
    sheet,
    whole.map(({ line }) => line),
  );
  return new Set(whole.flatMap(({ row }, index) => (known.has(index) ? [row] : [])));
}

/** Pools repeat: few are measured, however many lines there are. */
async function findShortages({ districtCode }: SheetRow, { lines }: SheetReading): Promise<ReadonlyMap<number, string>> {
  const whole = lines.flatMap(({ line, row }) => (line ? [{ line, row }] : []));
  const sizes = await measurePools(
    districtCode,
    whole.map(({ line }) => line.pool),
  );
  const notes = whole.map(({ line, row }, index) => {
    const size = sizes[index] ?? 0;
    return [row, sayShortage(computeCount(line.quantity, size), size)] as const;
  });
  return new Map(notes.flatMap(([row, note]) => (note ? [[row, note]] : [])));
}

/** One of the agency's sheets with its dry run: what it says today, corrections included; null for anybody else's. */
export async function loadSheet(scope: AgencyScope, id: string): Promise<SheetView | null> {
  const [sheet] = await db().$queryRaw<SheetRow[]>(sheetSql(scope, id));
  if (!sheet) return null;
  const { grid: _grid, mends: _mends, ...shown } = sheet;
  const isFiler = scope.actor.type === 'user' && scope.actor.role === 'agencyFiler';
  const canMend = isFiler && (sheet.status === 'read' || sheet.status === 'undone');
  const view = { ...shown, canMend, canUndo: isFiler && sheet.status === 'imported', mends: mendsOf(sheet) };
  if (!sheet.grid) return { ...view, reading: null, known: new Set(), shortages: new Map() };
  const reading = await gatherReading(sheet);
  const [known, shortages] = await Promise.all([findKnownRows(sheet, reading), findShortages(sheet, reading)]);
  return { ...view, reading, known, shortages };
}

/** The file as it was uploaded; null for anybody else's. */
export async function loadSheetFile({ districtCode, agencyCode }: AgencyScope, id: string) {
  return db().sheetImport.findFirst({ where: { id, districtCode, agencyCode }, select: { fileName: true, bytes: true } });
}
