import 'server-only';
import { loadClock } from '#features/finding/queries/load-clock.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { FeedbackFilter } from '../schema.ts';
import { type AgencySummary, type AnswerList, listAnswers, summariseAgencies } from './list-answers.ts';
import { type CallbackRow, listCallbacks } from './load-answer.ts';

export type FeedbackDesk = {
  readonly list: AnswerList;
  readonly agencies: readonly AgencySummary[];
  readonly callbacks: readonly CallbackRow[];
  readonly alarm: number;
  readonly now: Date;
};

/** Everything that the office's desk of ratings shows. */
export async function loadFeedbackDesk(scope: OfficeScope, filter: FeedbackFilter): Promise<FeedbackDesk> {
  const [list, agencies, callbacks, clock] = await Promise.all([
    listAnswers(scope, filter),
    summariseAgencies(scope),
    listCallbacks(scope),
    loadClock(scope.districtCode),
  ]);
  return { list, agencies, callbacks, alarm: clock.valueOf('alarmBelowPercent'), now: clock.now };
}
