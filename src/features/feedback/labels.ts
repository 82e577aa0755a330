import type { StatusLook } from '#ui/status.tsx';

export const overallLabels = {
  satisfied: { word: '满意', look: 'ok' },
  fairly: { word: '基本满意', look: 'note' },
  dissatisfied: { word: '不满意', look: 'warn' },
} as const satisfies Record<string, { word: string; look: StatusLook }>;

export const disturbanceWords = { none: '没有', slight: '有一点', heavy: '很大' } as const;

/** The questions that are answered with yes or no, in the order of the form. */
export const yesNoQuestions = [
  { name: 'credentialsShown', words: '出示了执法证' },
  { name: 'filingShown', words: '出示了备案表或查验码' },
  { name: 'codeScanned', words: '我方扫码查验过' },
  { name: 'twoOfficers', words: '至少来了两个人' },
  { name: 'asFiled', words: '查的和备案一样' },
  { name: 'withinTime', words: '没有超出时间' },
] as const;

export const invitationLabels = {
  due: { word: '待邀请', look: 'wait' },
  invited: { word: '已邀请', look: 'ok' },
  answered: { word: '已评价', look: 'rated' },
  closed: { word: '未评价', look: 'unrated' },
} as const satisfies Record<string, { word: string; look: StatusLook }>;

/** 2026年1—3月 of two months YYYY-MM; both years are named where they differ. */
export function monthsWords(from: string, to: string): string {
  const [fromYear = '', fromMonth = ''] = from.split('-');
  const [toYear = '', toMonth = ''] = to.split('-');
  if (from === to) return `${fromYear}年${Number(fromMonth)}月`;
  if (fromYear === toYear) return `${fromYear}年${Number(fromMonth)}—${Number(toMonth)}月`;
  return `${fromYear}年${Number(fromMonth)}月—${toYear}年${Number(toMonth)}月`;
}

/** 94.4% of a share 0 … 1. */
export const percentWords = (share: number): string => `${(share * 100).toFixed(1)}%`;

/** Where the score comes from, in one sentence. */
export const formulaWords =
  '稳健分 =（份数 × 本单位满意率 + 10 × 全区平均）÷（份数 + 10）。满意率 =（满意 + 基本满意）÷ 份数，区间为 90% 的 Wilson 区间，得分相同名次相同。';
