import type { DrawStatus, ReplacementReason } from './lifecycle.ts';

/** How far a draw is, as a sentence names it. */
export const drawStatusWords: Readonly<Record<DrawStatus, string>> = {
  prepared: '正在准备名单',
  frozen: '名单已冻结，等待承诺',
  committed: '承诺齐全，等待揭示',
  revealed: '揭示齐全，等待抽取',
  drawn: '已抽取，等待公布',
  published: '已公布',
  void: '已作废',
};

/** Why the next in order takes a place. */
export const replacementWords: Readonly<Record<ReplacementReason, string>> = {
  closed: '停业或注销',
  moved: '迁出',
  unreachable: '无法联系',
  visitedOtherwise: '已由其他检查覆盖',
  quotaRaised: '计划增加',
};
