import { judgeFileName } from '#domain/declaration/sheet/file-shape.ts';

/** Whether a name says that the file is text separated by commas. */
export function isCommaName(name: string): boolean {
  return /\.csv\s*$/i.test(name.normalize('NFKC'));
}

/** What was written for declarations, said of a register. */
export function wordRefusal(refusal: string): string {
  return refusal
    .replaceAll('申报行', '名录行')
    .replaceAll('申报内容', '名录内容')
    .replace('只接收 .xlsx 和 .xls 文件', '只接收 .xlsx、.xls 和 .csv 文件');
}

/** Why a file of this name is not taken, or null. */
export function refuseName(name: string): string | null {
  if (isCommaName(name)) return null;
  const judged = judgeFileName(name);
  return 'refusal' in judged ? wordRefusal(judged.refusal) : null;
}

/** The most rows of one file. */
export const mostRows = 20_000;
