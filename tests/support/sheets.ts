import { importSheet } from '#features/sheet/commands/import-sheet.ts';
import { readSheet } from '#features/sheet/commands/read-sheet.ts';
import { uploadSheet } from '#features/sheet/commands/upload-sheet.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { planYear } from './declarations.ts';
import { succeed } from './people.ts';
import { readOne } from './rows.ts';
import { lineOf, workbookOf } from './workbooks.ts';

/** The year that the sheets of the tests are of: no sample of the demo declares it. */
export const thisYear = planYear - 1;

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
  const { sheet } = await succeed(filer, uploadSheet, { year: thisYear, name, bytes: new Uint8Array(bytes) });
  await readSheet({ sheet, districtCode: filer.districtCode }, 'test');
  return sheet;
}

/** The same, imported as well: the sheet's id and the declaration's. */
export async function uploadAndImport(filer: AgencyScope, name: string, bytes: Buffer): Promise<{ sheet: string; declaration: string }> {
  const sheet = await uploadAndRead(filer, name, bytes);
  return { sheet, declaration: (await succeed(filer, importSheet, { sheet })).declaration };
}

/** The name that stands on the agency's forms. */
export async function nameOf({ agencyCode }: AgencyScope): Promise<string> {
  return (await readOne<{ name: string }>('SELECT name FROM agency WHERE code = $1', [agencyCode])).name;
}

/** A sheet that was read, and one whose lines stand in a declaration. */
export async function makeSheets(filer: AgencyScope): Promise<{ sheet: string; importedSheet: string }> {
  const agency = await nameOf(filer);
  const bytesOf = (nth: number) => workbookOf([lineOf(nth)], { agency, year: thisYear });
  const { sheet: importedSheet } = await uploadAndImport(filer, '已导入.xlsx', await bytesOf(901));
  return { sheet: await uploadAndRead(filer, '待导入.xlsx', await bytesOf(902)), importedSheet };
}
