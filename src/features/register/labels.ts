import type { Fate } from '#domain/register/fate.ts';
import type { StatusLook } from '#ui/status.tsx';

export type RegisterKind = 'enterprise' | 'inspector';

/** Where an import stands: received, read, refused, imported, taken back. */
export type ImportStatus = 'received' | 'read' | 'refused' | 'imported' | 'undone';

export const statusLabels: Readonly<Record<ImportStatus, { word: string; look: StatusLook }>> = {
  received: { word: '正在读取', look: 'wait' },
  read: { word: '待导入', look: 'wait' },
  refused: { word: '没有接收', look: 'no' },
  imported: { word: '已导入', look: 'ok' },
  undone: { word: '已撤回导入', look: 'back' },
};

type FateLabel = { readonly word: string; readonly look: StatusLook; readonly base: string };

/** What becomes of a row. */
export const fateLabels: Readonly<Record<Fate, FateLabel>> = {
  added: { word: '新增', look: 'ok', base: '名录中没有这个代码' },
  sameName: { word: '疑似重复', look: 'warn', base: '照样新增，另列入疑似重复' },
  changed: { word: '更新', look: 'note', base: '名录中已有，内容不同' },
  unchanged: { word: '没有变化', look: 'arch', base: '名录中已有，内容相同' },
  repeated: { word: '表内重复', look: 'back', base: '以先出现的一行为准' },
  refused: { word: '不导入', look: 'no', base: '有错误，改正后可导入' },
};

/** What a register is called, and where its pages are. */
export const kindLabels: Readonly<Record<RegisterKind, { noun: string; unit: string; home: string; keyHead: string; title: string }>> = {
  enterprise: { noun: '企业名录', unit: '家', home: '/enterprises', keyHead: '统一社会信用代码', title: '导入企业名录' },
  inspector: { noun: '执法人员名录', unit: '人', home: '/inspectors', keyHead: '执法证号', title: '导入执法人员名录' },
};
