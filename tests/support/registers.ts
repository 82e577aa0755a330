import { importRegister } from '#features/register/commands/import-register.ts';
import { readRegister } from '#features/register/commands/read-register.ts';
import { uploadRegister } from '#features/register/commands/upload-register.ts';
import type { StoredTally } from '#features/register/schema.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { asOwner } from './api.ts';
import { succeed } from './people.ts';
import { inspectorHeads, registerBook } from './register-books.ts';
import { readOne } from './rows.ts';

type Scope = AgencyScope | OfficeScope;

/** Uploads a file and reads it as the job would: the import's id. */
export async function uploadAndRead(scope: Scope, name: string, bytes: Buffer): Promise<string> {
  const { import: id } = await succeed(scope, uploadRegister, { name, bytes: new Uint8Array(bytes) });
  await readRegister({ import: id }, 'test');
  return id;
}

/** The same, imported as well. */
export async function uploadAndImport(scope: Scope, name: string, bytes: Buffer): Promise<string> {
  const id = await uploadAndRead(scope, name, bytes);
  await succeed(scope, importRegister, { import: id });
  return id;
}

export type ImportRow = { row: number; fate: string; key: string; name: string; say: string };

/** What stands in an import, and its rows in the sheet's order. */
export async function readImport(id: string): Promise<{ status: string; refusal: string; tally: StoredTally | null; rows: ImportRow[] }> {
  const stored = await readOne<{ status: string; refusal: string; tally: StoredTally | null }>(
    'SELECT status::text AS status, refusal, tally FROM register_import WHERE id = $1',
    [id],
  );
  const rows = await asOwner<ImportRow>('SELECT "row", fate, key, name, say FROM register_import_row WHERE import_id = $1 ORDER BY "row"', [
    id,
  ]);
  return { ...stored, rows };
}

/** The enterprises of 冷水滩区 in the register, by code. */
export async function readEnterprise(uscc: string): Promise<Record<string, unknown> | undefined> {
  const [row] = await asOwner<Record<string, unknown>>("SELECT * FROM enterprise WHERE district_code = '431103' AND uscc = $1", [uscc]);
  return row;
}

/** An agency's import that was read and one that stands in the register, an inspector of its own, and two of the district's enterprises that are one. */
export async function makeRegisters(filer: AgencyScope) {
  const { agencyCode, districtCode } = filer;
  const [range] = await asOwner<{ group: string }>(
    'SELECT "group" FROM matter JOIN agency ON agency.kind = agency_kind AND agency.district_code = matter.district_code WHERE agency.code = $1 LIMIT 1',
    [agencyCode],
  );
  const rowOf = (name: string, no: string) => [name, no, '统一', '2025-01-01', '2035-01-01', range?.group ?? ''];
  const importedRegister = await uploadAndImport(filer, '已导入.xlsx', await registerBook([rowOf('靶甲', 'AIM-0001')], inspectorHeads));
  const registerImport = await uploadAndRead(filer, '待导入.xlsx', await registerBook([rowOf('靶乙', 'AIM-0002')], inspectorHeads));
  const { id: inspector } = await readOne<{ id: string }>(
    'SELECT id FROM inspector WHERE agency_code = $1 ORDER BY credential_no LIMIT 1',
    [agencyCode],
  );
  const idle = await asOwner<{ id: string }>(
    "SELECT id FROM enterprise WHERE district_code = $1 AND status = 'cancelled' ORDER BY uscc LIMIT 3",
    [districtCode],
  );
  const [twin = '', kept = '', merged = ''] = idle.map(({ id }) => id);
  await asOwner('UPDATE enterprise SET merged_into_id = $1 WHERE id = $2', [kept, merged]);
  const { id: enterpriseMerge } = await readOne<{ id: string }>(
    `INSERT INTO enterprise_merge (id, district_code, kept_id, merged_id, reason, at, by_id) VALUES (gen_random_uuid(), $1, $2, $3, '同一家', now(), $4) RETURNING id`,
    [districtCode, kept, merged, filer.actor.id],
  );
  return { importedRegister, registerImport, inspector, twin, enterpriseMerge };
}
