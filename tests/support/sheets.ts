import { importSheet } from '#features/sheet/commands/import-sheet.ts';
import { readSheet } from '#features/sheet/commands/read-sheet.ts';
import { uploadSheet } from '#features/sheet/commands/upload-sheet.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { succeed } from './people.ts';
import { readOne } from './rows.ts';

export type StoredSheet = {
  status: string;
  refusal: string;
  rows_read: number;
  added: number;
  declaration_id: string | null;
  sha256: string;
};

/** What stands in a sheet's row. */
export function readStored(id: string): Promise<StoredSheet> {
  return readOne<StoredSheet>(
    'SELECT status::text AS status, refusal, rows_read, added, declaration_id, sha256 FROM sheet_import WHERE id = $1',
    [id],
  );
}

/** Uploads a file and reads it as the job would: the sheet's id. */
export async function uploadAndRead(filer: AgencyScope, name: string, bytes: Buffer): Promise<string> {
  const { sheet } = await succeed(filer, uploadSheet, { year: 2026, name, bytes: new Uint8Array(bytes) });
  await readSheet({ sheet, districtCode: filer.districtCode }, 'test');
  return sheet;
}

/** The same, imported as well: the sheet's id and the declaration's. */
export async function uploadAndImport(filer: AgencyScope, name: string, bytes: Buffer): Promise<{ sheet: string; declaration: string }> {
  const sheet = await uploadAndRead(filer, name, bytes);
  return { sheet, declaration: (await succeed(filer, importSheet, { sheet })).declaration };
}
