import type { ClockState, RectificationStatus } from '#domain/finding/clock.ts';
import type { FindingView } from '#domain/finding/views.ts';
import type { StatusLook } from '#ui/status.tsx';

/** What the desk's views are called. */
export const viewWords: Readonly<Record<FindingView, string>> = {
  record: '待录结果',
  issue: '待发告知书',
  publish: '待公示',
  rectify: '整改中',
  received: '移送和抄告',
  published: '已公示',
};

/** How an order reads and looks. */
export const orderLabels: Readonly<Record<RectificationStatus, { word: string; look: StatusLook }>> = {
  ordered: { word: '待企业报告', look: 'wait' },
  reported: { word: '待复查', look: 'wait' },
  passed: { word: '复查合格', look: 'ok' },
  failed: { word: '复查不合格', look: 'no' },
};

/** How a clock looks. */
export const clockLabels: Readonly<Record<ClockState, { word: string; look: StatusLook }>> = {
  later: { word: '', look: 'later' },
  due: { word: '今日到期', look: 'due' },
  overdue: { word: '逾期', look: 'late' },
};
