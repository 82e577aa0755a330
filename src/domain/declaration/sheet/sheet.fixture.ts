import type { SheetContext } from './context.ts';
import { type Cell, letterOf, type Merge, type Sheet } from './grid.ts';

const matterOf = (code: string, name: string, specialField = false) => ({
  ...{ code, name, agencyKind: code.slice(0, code.lastIndexOf('-')), form: 'onsite' as const, industries: ['62'], specialField },
});

const amr = { code: '431103-amr', name: '永州市冷水滩区市场监督管理局', shortName: '区市场监管局', kind: 'amr' };
const tax = { code: '431103-tax', name: '国家税务总局永州市冷水滩区税务局', shortName: '区税务局', kind: 'tax' };

/** 区市场监管局 of a district that is quiet from the 1st to the 20th. */
export const context: SheetContext = {
  ...{ year: 2026, kind: 'annual', districtName: '冷水滩区', agency: amr, agencies: [amr, tax] },
  matters: [matterOf('amr-001', '餐饮服务检查', true), matterOf('amr-002', '计量器具检查'), matterOf('tax-001', '发票检查')],
  quietDays: { recurrences: [{ type: 'monthDays', from: 1, to: 20 }], kinds: ['annual', 'special'] },
};

export const title = '永州市冷水滩区市场监督管理局2026年涉企行政检查年度计划申报表';
export const unit = '填报单位（盖章）：永州市冷水滩区市场监督管理局    填报日期：2026年2月27日';
export const heading = [
  '序号',
  '检查事项',
  '检查依据',
  '检查对象范围',
  '检查数量/比例',
  '检查时间',
  '检查方式',
  '任务来源',
  '配合单位',
  '备注',
];

/** A faultless line, but for the cells that `change` names by column. */
export function line(change: Readonly<Record<string, string>> = {}): string[] {
  const cells = ['1', '计量器具检查', '《计量法》', '集贸市场', '20家', '二季度', '现场检查', '区自主', '税务', ''];
  return cells.map((cell, index) => change[letterOf(index)] ?? cell);
}

/** A sheet of these rows, the first one being row 1; empty cells are left out, as the workbook's reader does. */
export function sheetOf(rows: readonly (readonly string[])[], merges: readonly Merge[] = [], name = 'Sheet1'): Sheet {
  const cellsIn = (row: readonly string[], number: number): Cell[] =>
    row.flatMap((text, column) => (text === '' ? [] : [{ address: `${letterOf(column)}${number}`, text }]));
  const filled = rows.map((row, index) => ({ row: index + 1, cells: cellsIn(row, index + 1) })).filter(({ cells }) => cells.length > 0);
  return { name, rows: filled, merges };
}
