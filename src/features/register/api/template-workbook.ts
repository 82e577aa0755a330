import 'server-only';
import ExcelJS, { type Worksheet } from 'exceljs';
import { industryDivisions } from '#domain/enterprise/industries.data.ts';
import { enterpriseFields, riskWritings, sizeWritings, statusWritings } from '#domain/register/enterprise-fields.ts';
import { credentialWritings, inspectorFields } from '#domain/register/inspector-fields.ts';
import { kindLabels } from '../labels.ts';
import type { TemplateChoices } from '../queries/load-template.ts';

type Column = { readonly field: string; readonly heading: string; readonly hint: string; readonly choices: readonly string[] };
const rowsAhead = 500;
const yesNo = ['是', '否'];
const first = (writings: Readonly<Record<string, readonly string[]>>) => Object.values(writings).map(([word]) => word ?? '');

function columnsOf({ kind, territories }: TemplateChoices): Column[] {
  const choices: Readonly<Record<string, readonly string[]>> =
    kind === 'enterprise'
      ? {
          territory: territories.filter((each) => each.kind !== 'park').map(({ name }) => name),
          ...{ inPark: yesNo, keyEnterprise: yesNo, undisturbed: yesNo, industry: industryDivisions.map(([, name]) => name) },
          ...{ size: first(sizeWritings), risk: Object.keys(riskWritings), status: first(statusWritings) },
        }
      : { credentialKind: first(credentialWritings) };
  const fields: readonly { field: string; heading: string; hint: string }[] = kind === 'enterprise' ? enterpriseFields : inspectorFields;
  return fields.map(({ field, heading, hint }) => ({ field, heading, hint, choices: choices[field] ?? [] }));
}

/** Lists for the drop-downs stand in a sheet of their own: a list inside a cell's rule holds no more than 255 characters. */
function addChoices(book: ExcelJS.Workbook, columns: readonly Column[]): (string | null)[] {
  const sheet = book.addWorksheet('选项', { state: 'veryHidden' });
  return columns.map(({ choices }, index) => {
    if (choices.length === 0) return null;
    const column = sheet.getColumn(index + 1);
    column.values = [...choices];
    return `选项!$${column.letter}$1:$${column.letter}$${choices.length}`;
  });
}

function addRules(sheet: Worksheet, places: readonly (string | null)[]): void {
  for (const [index, place] of places.entries()) {
    const column = sheet.getColumn(index + 1);
    // As text, so that a code stays what was typed.
    column.numFmt = '@';
    if (place === null) continue;
    for (let row = 2; row < 2 + rowsAhead; row++) {
      sheet.getCell(row, index + 1).dataValidation = { type: 'list', allowBlank: true, formulae: [place] };
    }
  }
}

function addAdvice(book: ExcelJS.Workbook, columns: readonly Column[], { ranges }: TemplateChoices): void {
  const sheet = book.addWorksheet('填写说明');
  sheet.getColumn(1).width = 24;
  sheet.getColumn(2).width = 90;
  sheet.addRow(['说明', '列的次序可以改动，表头文字不要改。上传后先试读，逐行列出去向，再导入；导入后可以整批撤回。']);
  for (const { heading, hint } of columns) sheet.addRow([`“${heading}”一栏`, hint]);
  for (const { group, matters } of ranges) sheet.addRow([`范围 ${group}`, matters.join('、')]);
}

/** An empty form of a register: what is filled in by it is read without errors. */
export async function makeTemplate(facts: TemplateChoices): Promise<{ readonly name: string; readonly bytes: Uint8Array<ArrayBuffer> }> {
  const columns = columnsOf(facts);
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('名录', { views: [{ state: 'frozen', ySplit: 1 }] });
  sheet.addRow(columns.map(({ heading }) => heading)).font = { bold: true };
  for (const [index, { heading }] of columns.entries()) sheet.getColumn(index + 1).width = Math.max(12, heading.length * 2 + 4);
  addAdvice(book, columns, facts);
  addRules(sheet, addChoices(book, columns));
  return { name: `${kindLabels[facts.kind].noun}模板.xlsx`, bytes: new Uint8Array(await book.xlsx.writeBuffer()) };
}
