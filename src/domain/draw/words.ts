import type { DrawStatus, ReplacementReason, VoidReason } from './lifecycle.ts';
import type { ExclusionReason } from './record.ts';

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

/** Why an enterprise of the pool is not a candidate. */
export const exclusionWords: Readonly<Record<ExclusionReason, string>> = {
  cancelled: '已注销',
  suspended: '已歇业',
  capReached: '本年入企次数已到上限',
  undisturbed: '在免打扰名单',
  alreadyDrawn: '本年已被本单位另一项抽中',
  matterDone: '本年已做过这个事项',
};

/** Why a draw does not stand. */
export const voidWords: Readonly<Record<VoidReason, string>> = {
  objectionUpheld: '异议成立',
  recordWrong: '名单有误',
  planChanged: '计划已调整',
  withheld: '参加方未承诺或未揭示',
  officersLacking: '执法人员不足',
  systemFault: '系统故障',
};
