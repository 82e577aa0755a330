import 'server-only';
import type { Fate } from '#domain/register/fate.ts';
import { db, Prisma } from '#platform/db.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import type { ImportStatus } from '../labels.ts';
import { type RowFilter, rowsPerPage, type StoredRow, type StoredTally, storedRow, storedTally } from '../schema.ts';
import { type ImportPlace, placeOf } from './import-place.ts';

type Scope = AgencyScope | OfficeScope;

export type ImportHead = {
  readonly id: string;
  readonly kind: ImportPlace['kind'];
  readonly fileName: string;
  readonly status: ImportStatus;
  readonly refusal: string;
  readonly receivedAt: Date;
  readonly receivedBy: string;
  readonly importedAt: Date | null;
  readonly undoneAt: Date | null;
  readonly now: Date;
  readonly tally: StoredTally | null;
};
export type ImportRow = {
  readonly row: number;
  readonly fate: Fate;
  readonly key: string;
  readonly name: string;
  readonly say: string;
  readonly subject: string | null;
} & StoredRow;
export type ImportView = ImportHead & {
  readonly rows: readonly ImportRow[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  /** Whether the reader may import, mend and take back. */
  readonly canAct: boolean;
};

const headSql = Prisma.sql`SELECT register_import.id, kind::text AS kind, file_name AS "fileName", register_import.status::text AS status, refusal,
    received_at AS "receivedAt", person.name AS "receivedBy", imported_at AS "importedAt", undone_at AS "undoneAt", now() AS now, tally
  FROM register_import JOIN user_account person ON person.id = received_by_id`;
const ownSql = ({ kind, districtCode, agencyCode }: ImportPlace) => Prisma.sql`register_import.district_code = ${districtCode}
  AND register_import.agency_code = ${agencyCode} AND kind = ${kind}::register_kind`;

const withTally = <Head extends { tally: unknown }>(head: Head) => ({
  ...head,
  tally: head.tally === null ? null : storedTally.parse(head.tally),
});

function filterSql({ fate, q }: Pick<RowFilter, 'fate' | 'q'>): Prisma.Sql {
  const parts = [Prisma.sql`TRUE`];
  const like = `%${(q ?? '').replace(/[\\%_]/g, '\\$&')}%`;
  if (fate) parts.push(Prisma.sql`kept.fate = ${fate}`);
  if (q) parts.push(Prisma.sql`(kept.name ILIKE ${like} OR kept.key ILIKE ${like} OR kept.say ILIKE ${like})`);
  return Prisma.join(parts, ' AND ');
}

type Raw = Omit<ImportRow, keyof StoredRow> & { readonly record: unknown };
const rowsSql = (
  id: string,
  filter: Pick<RowFilter, 'fate' | 'q'>,
) => Prisma.sql`SELECT "row", fate, key, name, say, record, subject_id AS subject
  FROM register_import_row kept WHERE import_id = ${id}::uuid AND ${filterSql(filter)} ORDER BY "row"`;
const readRows = (rows: readonly Raw[]): ImportRow[] => rows.map(({ record, ...row }) => ({ ...row, ...storedRow.parse(record) }));

export async function findImport(scope: Scope, id: string): Promise<ImportHead | null> {
  const [head] = await db().$queryRaw<ImportHead[]>(
    Prisma.sql`${headSql} WHERE register_import.id = ${id}::uuid AND ${ownSql(placeOf(scope))}`,
  );
  return head ? withTally(head) : null;
}

/** One import of the scope's with a page of its rows; null for anybody else's. */
export async function loadImport(scope: Scope, id: string, filter: RowFilter): Promise<ImportView | null> {
  const head = await findImport(scope, id);
  if (!head) return null;
  const [rows, [counted]] = await Promise.all([
    db().$queryRaw<Raw[]>(Prisma.sql`${rowsSql(id, filter)} LIMIT ${rowsPerPage} OFFSET ${(filter.page - 1) * rowsPerPage}`),
    db().$queryRaw<{ total: number }[]>(
      Prisma.sql`SELECT count(*)::int AS total FROM register_import_row kept WHERE import_id = ${id}::uuid AND ${filterSql(filter)}`,
    ),
  ]);
  const total = counted?.total ?? 0;
  const canAct = scope.actor.type === 'user' && scope.actor.role !== 'agencyHead';
  return { ...head, rows: readRows(rows), total, page: filter.page, pages: Math.max(1, Math.ceil(total / rowsPerPage)), canAct };
}

/** Every row of an import under these filters, for a file. */
export async function listImportRows(id: string, filter: Pick<RowFilter, 'fate' | 'q'>): Promise<ImportRow[]> {
  return readRows(await db().$queryRaw<Raw[]>(rowsSql(id, filter)));
}

export type ImportDesk = { readonly imports: readonly ImportHead[]; readonly now: Date; readonly canUpload: boolean };

/** The scope's last thirty imports. */
export async function loadImportDesk(scope: Scope): Promise<ImportDesk> {
  const [[clock], imports] = await Promise.all([
    db().$queryRaw<{ now: Date }[]>(Prisma.sql`SELECT now() AS now`),
    db().$queryRaw<ImportHead[]>(Prisma.sql`${headSql} WHERE ${ownSql(placeOf(scope))} ORDER BY received_at DESC LIMIT 30`),
  ]);
  if (!clock) throw new Error('the database has no clock');
  return { imports: imports.map(withTally), now: clock.now, canUpload: scope.actor.type === 'user' && scope.actor.role !== 'agencyHead' };
}

/** The file as it was uploaded; null for anybody else's. */
export async function loadImportFile(scope: Scope, id: string) {
  return db().registerImport.findFirst({ where: { id, ...placeOf(scope) }, select: { fileName: true, bytes: true } });
}
