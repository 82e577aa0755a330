import ExcelJS from 'exceljs';
import { computeUsccCheck } from '#domain/enterprise/uscc.ts';
import { importRegister } from '#features/register/commands/import-register.ts';
import { readRegister } from '#features/register/commands/read-register.ts';
import { uploadRegister } from '#features/register/commands/upload-register.ts';
import type { StoredTally } from '#features/register/schema.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { asOwner } from './api.ts';
import { succeed } from './people.ts';
import { readOne } from './rows.ts';

export const enterpriseHeads = [
  '企业名称',
  '统一社会信用代码',
  '属地',
  '行业',
  '规模',
  '信用风险等级',
  '地址',
  '联系人',
  '联系电话',
  '状态',
];
export const inspectorHeads = ['姓名', '执法证号', '证件类型', '有效期起', '有效期止', '执法范围'];
export type Cells = readonly (string | number | Date | null)[];

/** A well-formed code that no enterprise of the demo has; `base` tells one test's codes from another's. */
export function usccOf(nth: number, base = 'MA9'): string {
  const first17 = `91431103${base}${String(nth).padStart(6, '0')}`;
  return `${first17}${computeUsccCheck(first17)}`;
}

/** A well-formed row of a new enterprise, but for the columns that are given. */
export function enterpriseOf(nth: number, change: Readonly<Record<number, Cells[number]>> = {}): Cells {
  const cells = [
    ...[`永州市新办第${nth}号商贸有限公司`, usccOf(nth), '梅湾街道', '零售业', '微型', 'B'],
    ...[`湖南省永州市冷水滩区梅湾街道新办路${nth}号`, '何新', '19900000000', '存续'],
  ];
  return cells.map((cell, index) => (index in change ? (change[index] ?? null) : cell));
}

/** A workbook with one sheet: what stands above the heading, the heading, the rows. */
export async function registerBook(
  rows: readonly Cells[],
  heads: readonly string[] = enterpriseHeads,
  above: readonly Cells[] = [],
): Promise<Buffer> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名录');
  for (const row of [...above, heads, ...rows]) sheet.addRow([...row]);
  return Buffer.from(await book.xlsx.writeBuffer());
}

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
