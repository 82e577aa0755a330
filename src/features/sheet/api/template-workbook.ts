import 'server-only';
import ExcelJS, { type Worksheet } from 'exceljs';
import { categoryWords } from '#domain/declaration/sheet/read-words.ts';
import { methodWords } from '#domain/inspection/words.ts';
import type { TemplateFacts } from '../queries/load-template.ts';

/** One column of a form: its heading, its width in characters, and the words to choose from. */
type FormColumn = { readonly heading: string; readonly width: number; readonly choices?: 'matters' | 'methods' | 'sources' | 'categories' };
type Form = { readonly title: string; readonly columns: readonly FormColumn[]; readonly sources: readonly string[] };

const matter: FormColumn = { heading: '检查事项', width: 32, choices: 'matters' };
const basis: FormColumn = { heading: '检查依据', width: 40 };
const quantity: FormColumn = { heading: '检查数量/比例', width: 16 };
const period: FormColumn = { heading: '检查时间', width: 22 };
const source: FormColumn = { heading: '任务来源', width: 12, choices: 'sources' };
const seq: FormColumn = { heading: '序号', width: 6 };
const remark: FormColumn = { heading: '备注', width: 20 };

/** 冷水滩区 《涉企行政检查年度计划申报表》, ten columns; other districts use it until they have their own. */
const annual: Form = {
  title: '涉企行政检查年度计划申报表',
  columns: [
    ...[seq, matter, basis, { heading: '检查对象范围', width: 24 }, quantity, period],
    ...[{ heading: '检查方式', width: 14, choices: 'methods' as const }, source, { heading: '配合单位', width: 20 }, remark],
  ],
  sources: ['中央', '省', '市', '区自主'],
};

/** 大竹县 《园区执法计划申报表》, eleven columns. */
const park: Form = {
  title: '园区执法计划申报表',
  columns: [
    ...[
      seq,
      matter,
      { heading: '检查类别', width: 14, choices: 'categories' as const },
      basis,
      { heading: '检查对象', width: 24 },
      quantity,
    ],
    ...[period, { heading: '开展方式', width: 14, choices: 'methods' as const }, source, { heading: '配合执行单位', width: 20 }, remark],
  ],
  sources: ['上级要求', '县级自主'],
};

const forms: Readonly<Record<string, Form>> = { '511724': park };
const rowsAhead = 300;
const firstRow = 4;

const advice = [
  '填报说明',
  '一、每行填写一个检查事项；检查事项、检查方式、任务来源请从下拉框中选择。',
  '二、检查数量写“20家”“5%”“按3%抽取36家”“不少于10家”或“全覆盖”。',
  '三、检查时间写“3月”“1月、9月”“二季度”“上半年”“每月下旬”或“9月21日—9月30日”，一行只写一段时间。',
  '四、配合单位可写简称，用顿号隔开。',
  '五、不要使用公式；标题、表头不要改动，可以增加行。',
  '六、上传后系统先试读，逐条列出看不懂的地方，全部改正后才导入。',
];

type Choices = Readonly<Record<NonNullable<FormColumn['choices']>, readonly string[]>>;

/** Lists for the drop-downs stand in a sheet of their own: a list inside a cell's rule holds no more than 255 characters. */
function addChoices(book: ExcelJS.Workbook, choices: Choices): (kind: keyof Choices) => string {
  const sheet = book.addWorksheet('选项', { state: 'veryHidden' });
  const places = new Map<string, string>();
  Object.entries(choices).forEach(([kind, words], index) => {
    const column = sheet.getColumn(index + 1);
    column.values = [...words];
    places.set(kind, `选项!$${column.letter}$1:$${column.letter}$${Math.max(1, words.length)}`);
  });
  return (kind) => places.get(kind) ?? '';
}

function addHeading(sheet: Worksheet, form: Form, { agency, year }: TemplateFacts): void {
  const last = form.columns.length;
  sheet.addRow([`${agency}${year}年${form.title}`]);
  sheet.addRow([`填报单位（盖章）：${agency}    填报日期：`]);
  sheet.addRow(form.columns.map(({ heading }) => heading));
  sheet.mergeCells(1, 1, 1, last);
  sheet.mergeCells(2, 1, 2, last);
  sheet.getRow(1).font = { bold: true, size: 16 };
  sheet.getRow(1).alignment = { horizontal: 'center' };
  sheet.getRow(3).font = { bold: true };
  sheet.views = [{ state: 'frozen', ySplit: 3 }];
}

function addRules(sheet: Worksheet, form: Form, placeOf: (kind: keyof Choices) => string): void {
  for (const [index, { choices, width }] of form.columns.entries()) {
    const column = sheet.getColumn(index + 1);
    column.width = width;
    // As text, so that 3-5 stays what was typed and does not become a date.
    if (index > 0) column.numFmt = '@';
    if (!choices) continue;
    for (let row = firstRow; row < firstRow + rowsAhead; row++) {
      const rule = { type: 'list' as const, allowBlank: true, formulae: [placeOf(choices)], showErrorMessage: true };
      sheet.getCell(row, index + 1).dataValidation = { ...rule, errorTitle: '请从下拉框中选择', error: '这里只能填下拉框中的内容' };
    }
  }
}

function addAdvice(book: ExcelJS.Workbook): void {
  const sheet = book.addWorksheet('填报说明');
  sheet.getColumn(1).width = 100;
  for (const sentence of advice) sheet.addRow([sentence]);
}

/** The district's own form, empty, with the agency's matters to choose from: what is filled in by it is read without errors. */
export async function makeTemplate(facts: TemplateFacts): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const form = forms[facts.districtCode] ?? annual;
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('申报表');
  addAdvice(book);
  const methods = Object.values(methodWords);
  const placeOf = addChoices(book, { matters: facts.matters, methods, sources: form.sources, categories: Object.values(categoryWords) });
  addHeading(sheet, form, facts);
  addRules(sheet, form, placeOf);
  const bytes = new Uint8Array(await book.xlsx.writeBuffer());
  return { name: `${facts.agency}${facts.year}年${form.title}.xlsx`, bytes };
}
