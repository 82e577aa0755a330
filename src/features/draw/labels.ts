import type { DrawStatus } from '#domain/draw/lifecycle.ts';
import type { OfficerExclusion } from '#domain/draw/record.ts';

/** How each state of a draw is told: shape, word, and what it means. */
export const drawLabels: Readonly<
  Record<DrawStatus, { readonly look: 'wait' | 'later' | 'ok' | 'note' | 'gone'; readonly word: string; readonly means: string }>
> = {
  prepared: { look: 'later', word: '准备中', means: '名单还没有冻结，可以修改或删除' },
  frozen: { look: 'wait', word: '名单已冻结', means: '名单和名单指纹已公开，异议期满后各方承诺' },
  committed: { look: 'wait', word: '已承诺', means: '各方都交了承诺，正在揭示' },
  revealed: { look: 'wait', word: '待抽取', means: '各方都已揭示，可以抽取' },
  drawn: { look: 'wait', word: '待公布', means: '结果已算出，等办公室公布' },
  published: { look: 'ok', word: '已公布', means: '结果有效，凭它备案' },
  void: { look: 'gone', word: '已作废', means: '作废的记录永久公开' },
};

/** Why an inspector of a participating agency is not a candidate. */
export const officerExclusionWords: Readonly<Record<OfficerExclusion['reason'], string>> = {
  expires: '执法证不能覆盖检查期间',
  approves: '负责审批，不参加检查',
  outOfRange: '执法范围不含这些事项',
  left: '已离开单位',
};
