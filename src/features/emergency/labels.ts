import type { EmergencyState } from '#domain/emergency/states.ts';
import type { StatusLook } from '#ui/status.tsx';

export const stateWords: Readonly<Record<EmergencyState, string>> = {
  open: '待补报',
  overdue: '逾期未补报',
  late: '逾期补报',
  done: '已补报',
};

export const answerWords: Readonly<Record<string, string>> = { confirmed: '与记录一致', notAsRecorded: '与记录不符' };

type Clocked = {
  readonly status: string;
  readonly dueDay: string | null;
  readonly isWritten: boolean;
  readonly supplementedAt: Date | null;
  readonly late: boolean;
};

/** Where the supplement stands on a day, with the look of the mark. */
export function markOf({ status, dueDay, isWritten, supplementedAt, late }: Clocked, today: string): { word: string; look: StatusLook } {
  if (supplementedAt) return late ? { word: '逾期补报', look: 'late' } : { word: '按期补报', look: 'ok' };
  if (status === 'withdrawn' || status === 'revoked') return { word: '已作废，不须补报', look: 'gone' };
  if (dueDay !== null && dueDay < today) return { word: '逾期未补报', look: 'late' };
  if (isWritten) return { word: '补报待批准', look: 'wait' };
  if (dueDay === today) return { word: '今日须补报', look: 'due' };
  return dueDay === null ? { word: '检查未结束', look: 'later' } : { word: '待补报', look: 'later' };
}

/** 1234 5678: in groups, as it is read out. */
export const sayConfirmation = (digits: string): string => `${digits.slice(0, 4)} ${digits.slice(4)}`;
