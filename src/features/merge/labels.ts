import type { PairObstacle } from '#domain/plan/merge/model.ts';

/** Why two lines are not checked in one visit, as a clerk reads it. */
export const obstacleWords: Readonly<Record<PairObstacle, string>> = {
  sameMatter: '同一事项申报了两次，建议只留一行',
  offsite: '非现场，不入企',
  kind: '年度抽查与专项抽查的审批不同',
  group: '事项组和执法范围都不同',
  mixedTargets: '一行已列名单，一行待抽取',
  targets: '对象不重叠',
  orderedMonths: '时间不同，上级部署不能移动',
  months: '时间不同，移不到同一个月',
  duration: '合计时长超过一次检查的上限',
  agencies: '单位数超过一次检查的上限',
  refused: '已决定不合并',
  capacity: '可以合并，但当月人手已满',
  elsewhere: '可以合并，但并入另一组更省',
};

export const runWords = { queued: '排队中', running: '测算中', finished: '测算完', stopped: '已提前停止', failed: '没有算成' } as const;
export const proposalWords = {
  open: '待定',
  accepted: '已采纳',
  refused: '不合并',
  outdated: '行已另作处理',
  changed: '申报行改过',
} as const;

/** Why a proposal cannot be accepted any more. */
export const outdatedWords = { outdated: '这些行已另作处理，请重新测算。', changed: '申报行在测算后改过，请重新测算。' } as const;
