import type { AmendmentPart, AmendmentStatus } from '#domain/inspection/amendment.ts';
import type { StatusLook } from '#ui/status.tsx';

/** What a change touches, as people say it. */
export const touchWords: Readonly<Record<AmendmentPart, string>> = {
  people: '人员',
  dates: '时间',
  scope: '检查内容',
  agencies: '参加单位',
};

/** Where an amendment stands, and how that looks. */
export const amendmentLabels: Readonly<Record<AmendmentStatus, { word: string; look: StatusLook }>> = {
  proposed: { word: '待批准', look: 'wait' },
  held: { word: '待处理', look: 'wait' },
  registered: { word: '已登记', look: 'ok' },
  returned: { word: '已退回', look: 'back' },
  withdrawn: { word: '已撤回', look: 'gone' },
};

export const amendmentDecisionWords = { registered: '同意变更', returned: '退回' } as const;
