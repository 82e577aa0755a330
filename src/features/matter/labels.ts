import type { StatusLook } from '#ui/status.tsx';

export const proposalKindWords = { add: '新增', change: '修改', withdraw: '取消' } as const;
export type ProposalKind = keyof typeof proposalKindWords;

export const proposalLabels: Readonly<Record<'open' | 'accepted' | 'refused', { word: string; look: StatusLook }>> = {
  open: { word: '待审核', look: 'wait' },
  accepted: { word: '已采纳', look: 'ok' },
  refused: { word: '未采纳', look: 'gone' },
};
