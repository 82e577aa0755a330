import ExcelJS from 'exceljs';
import { computeUsccCheck } from '#domain/enterprise/uscc.ts';

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
