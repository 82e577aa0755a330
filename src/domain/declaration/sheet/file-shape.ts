/** Most bytes of a file: 5 MB holds twenty thousand lines many times over. */
export const mostBytes = 5 * 1024 * 1024;

export type FileKind = 'xlsx' | 'xls';

const saveAs = '请在表格软件里“另存为”Excel 工作簿（.xlsx），再上传';

/** Sentences for files that are not taken; each says what to do. */
export const refusals = {
  macro: `文件带有宏，不能接收。${saveAs}`,
  extension: `只接收 .xlsx 和 .xls 文件。${saveAs}`,
  tooLarge: '文件超过 5 MB，不能接收。请删去图片和不用的工作表，再上传',
  empty: '文件是空的，请重新选择',
  notWorkbook: `文件的内容不是 Excel 工作簿，只是改了扩展名。${saveAs}`,
  otherFormat: `文件的内容和扩展名不一致。${saveAs}`,
  encrypted: '文件设有打开密码，读不出内容。请去掉密码，保存后再上传',
  damaged: '文件不完整或已损坏。请重新打开原表，保存后再上传',
  bomb: '文件展开后过大，可能不是正常的表格。请把申报内容复制到新的工作簿，再上传',
  tooManyParts: '文件里的部件过多，可能不是正常的表格。请把申报内容复制到新的工作簿，再上传',
  externalLinks: '文件里有指向其他文件或数据源的链接。请在“数据—编辑链接”里断开链接，保存后再上传',
  tooManyRows: '申报行超过 20000 行。请分成几个文件，分别上传',
  farRow: '表格下方很远处还有内容（第 25000 行以后）。请删去申报内容以外的行，再上传',
  tooManyColumns: '表格有 60 列以上有内容。请删去申报内容以外的列，再上传',
  tooMuchText: '表格里的文字一共超过 600 万字，不能接收。请删去申报内容以外的行、列和工作表，或分成几个文件，再上传',
  noSheet: '文件里没有可以读的工作表。请把申报内容放在一个没有隐藏的工作表里，再上传',
  outOfMemory: '表格太大，读不下来。请删去申报内容以外的行、列和工作表，再上传',
  outOfTime: '读取超过 30 秒，没有读完。请删去申报内容以外的行、列和工作表，再上传',
  crashed: `没有读出来，文件可能有问题。${saveAs}`,
} as const;

/** What the name says a file is, or why it is not taken. */
export function judgeFileName(name: string): { readonly kind: FileKind } | { readonly refusal: string } {
  const extension = /\.([a-z0-9]+)\s*$/i.exec(name.normalize('NFKC'))?.[1]?.toLowerCase();
  if (extension === 'xlsx' || extension === 'xls') return { kind: extension };
  return { refusal: extension && ['xlsm', 'xltm', 'xlam', 'xlsb', 'xla'].includes(extension) ? refusals.macro : refusals.extension };
}

/** A merged range, a cell or a character that is not taken, named by its place. */
export const placeRefusals = {
  merge: (range: string) => `合并单元格 ${range} 的范围过大。请取消这处合并，再上传`,
  merges: '合并单元格过多。请取消申报内容以外的合并，再上传',
  longText: (address: string) => `单元格 ${address} 的文字超过 2000 字。请缩短，再上传`,
  badText: (address: string) => `单元格 ${address} 里有无法识别的控制字符。请删去重新填写，再上传`,
} as const;
