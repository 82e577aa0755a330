import type { DeclarationStatus } from '#domain/declaration/lifecycle.ts';
import type { LineOutcome } from '#domain/plan/review-step.ts';
import type { StatusLook } from '#ui/status.tsx';

/** How a status reads and looks (design: mockups/README.md, Status). */
export const statusLabels: Readonly<Record<DeclarationStatus, { word: string; look: StatusLook }>> = {
  draft: { word: '填报中', look: 'draft' },
  submitted: { word: '待批准', look: 'wait' },
  approved: { word: '已报办公室', look: 'ok' },
  returned: { word: '已退回', look: 'back' },
};

export const outcomeLabels: Readonly<Record<LineOutcome, { word: string; look: StatusLook }>> = {
  unreviewed: { word: '未审', look: 'draft' },
  kept: { word: '保留', look: 'ok' },
  dropped: { word: '不列入', look: 'gone' },
  merged: { word: '并入联合检查', look: 'note' },
  returned: { word: '退回', look: 'back' },
};

/** What a line of a declaration's history says. */
export const eventWords: Readonly<Record<string, string>> = {
  begun: '开始填报',
  submitted: '送分管负责人批准',
  approved: '负责人批准，报办公室',
  returned: '退回修改',
  returnUndone: '办公室收回退回',
};

export const riskWords = { A: 'A 级', B: 'B 级', C: 'C 级', D: 'D 级' } as const;
