import type { WhyIgnored } from '#domain/declaration/sheet/sort-rows.ts';
import type { StatusLook } from '#ui/status.tsx';

/** Where a sheet stands: received, read, refused, imported, taken back. */
export type SheetStatus = 'received' | 'read' | 'refused' | 'imported' | 'undone';

export const statusLabels: Readonly<Record<SheetStatus, { word: string; look: StatusLook }>> = {
  received: { word: '正在读取', look: 'wait' },
  read: { word: '待导入', look: 'wait' },
  refused: { word: '没有接收', look: 'no' },
  imported: { word: '已导入', look: 'ok' },
  undone: { word: '已撤销导入', look: 'back' },
};

/** Why a row of the sheet was passed over. */
export const ignoredWords: Readonly<Record<WhyIgnored, string>> = {
  title: '标题',
  'form-info': '填报单位和日期',
  header: '表头',
  section: '分组标题',
  subtotal: '小计',
  total: '合计',
  notes: '备注、说明',
  signature: '填表人签字',
  blank: '空行',
  'left-out': '已选择不导入',
};
