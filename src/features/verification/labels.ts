import type { CodeState } from '#domain/inspection/code-state.ts';
import type { IconName } from '#ui/icon.tsx';

/** The word, colour and shape of each state (design: mockups, code page). */
export const sealOf: Readonly<Record<CodeState, { kind: 'ok' | 'no' | 'wait' | 'off'; title: string; icon?: IconName }>> = {
  genuine: { kind: 'ok', title: '真实有效' },
  notYet: { kind: 'ok', title: '真实，未到时间', icon: 'note' },
  expired: { kind: 'wait', title: '已过有效时间', icon: 'gone' },
  ended: { kind: 'wait', title: '检查已经结束', icon: 'gone' },
  withdrawn: { kind: 'no', title: '已撤回', icon: 'gone' },
  revoked: { kind: 'no', title: '已撤销' },
  unknown: { kind: 'no', title: '查无备案' },
};

/** The one sentence under it. */
export const sentenceOf: Readonly<Record<CodeState, string>> = {
  genuine: '这次检查已经备案，现在可以进行。',
  notYet: '这次检查已经备案，但还没有到时间。提前进行的，您可以拒绝。',
  expired: '现在凭此码进行的检查，您可以拒绝。',
  ended: '这次检查已经结束。现在凭此码进行的检查，您可以拒绝。',
  withdrawn: '检查单位已经撤回这次检查。现在凭此码进行的检查，您可以拒绝。',
  revoked: '这次检查的备案已被撤销。现在凭此码进行的检查，您可以拒绝。',
  unknown: '查不到这个码对应的有效备案。您可以拒绝这次检查。',
};

/** What an emergency says beside: it is registered, its form comes afterwards. */
export const emergencyWords = {
  awaitingForm: '紧急备案，表待补报。单位负责人已打电话报告办公室，现在可以打电话核对。',
  supplemented: '紧急备案，表已补报。',
} as const;
