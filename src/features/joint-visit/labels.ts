import type { ApartReason } from '#domain/inspection/joint-proposal.ts';

/** Why two outcomes at one enterprise are not made one visit. */
export const apartWords: Readonly<Record<ApartReason, string>> = {
  filed: '其中一项已经送批或备案',
  sameAgency: '同一单位的两项，由本单位自行安排同次入企',
  periodsApart: '两项的时间不相交',
  noOpenDay: '共同的时间里没有可入企的工作日',
  joinedElsewhere: '其中一项与别的单位合并',
};

export const viewWords = { proposals: '待合并', joined: '已合并', apart: '不能合并' } as const;
