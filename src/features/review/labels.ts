import { sayMonths } from '#domain/declaration/period.ts';
import type { InspectionForm } from '#domain/inspection/kinds.ts';
import { formWords } from '#domain/inspection/words.ts';
import type { LineStatus } from '#domain/plan/line-status.ts';
import type { LineOutcome, ReviewAction } from '#domain/plan/review-step.ts';
import type { StatusLook } from '#ui/status.tsx';

/** The verb on the button. */
export const actionWords: Readonly<Record<ReviewAction, string>> = {
  keep: '保留',
  trim: '减数量',
  move: '改月份',
  offsite: '改非现场',
  drop: '不列入',
  return: '退回',
  merge: '合并',
  reopen: '重新审',
};

export const statusWords: Readonly<Record<LineStatus, string>> = {
  unreviewed: '未审',
  pending: '待合并',
  kept: '保留',
  offsite: '改为非现场',
  merged: '已合并',
  dropped: '不列入',
  returned: '已退回',
  declared: '已退回以外',
  planned: '列入现计划',
  changed: '有精简',
};

/** What of a line decides how its status reads. */
export type Standing = {
  readonly outcome: LineOutcome;
  readonly isPending: boolean;
  readonly count: number;
  readonly declaredCount: number;
  readonly months: readonly number[];
  readonly declaredMonths: readonly number[];
  readonly form: InspectionForm;
  readonly declaredForm: InspectionForm;
};

function labelOfKept(line: Standing): { word: string; look: StatusLook } {
  if (line.form !== line.declaredForm) return { word: `改为${formWords[line.form]}`, look: 'note' };
  if (line.count !== line.declaredCount) return { word: `减到 ${line.count}`, look: 'note' };
  if (line.months.join() !== line.declaredMonths.join()) return { word: `改到 ${sayMonths(line.months)}`, look: 'note' };
  return { word: '保留', look: 'ok' };
}

const settled: Readonly<Record<Exclude<LineOutcome, 'kept'>, { word: string; look: StatusLook }>> = {
  unreviewed: { word: '未审', look: 'draft' },
  merged: { word: '已合并', look: 'ok' },
  dropped: { word: '不列入', look: 'gone' },
  returned: { word: '已退回', look: 'back' },
};

/** How a line's status reads and looks (design: mockups/README.md, Status). */
export function labelOfLine(line: Standing): { word: string; look: StatusLook } {
  if (line.outcome === 'kept') return labelOfKept(line);
  return line.outcome === 'unreviewed' && line.isPending ? { word: '待合并', look: 'wait' } : settled[line.outcome];
}
