import 'server-only';
import type { Day } from '#domain/calendar/day.ts';
import { dayOf } from '#domain/calendar/local-day.ts';
import { computeDue } from '#domain/calendar/working-day.ts';
import { computeCapacity } from '#domain/plan/heat.ts';
import type { ReviewAction } from '#domain/plan/review-step.ts';
import { findMergeObjections } from '#domain/plan/step-rules.ts';
import { db } from '#platform/db.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { gatherLines } from './gather-lines.ts';
import { findLines, type LineRow } from './list-lines.ts';
import { loadYearRules } from './load-year-rules.ts';

/** What the page that asks for an action's value shows. */
export type ActView = {
  readonly year: number;
  readonly action: ReviewAction;
  readonly lines: readonly LineRow[];
  readonly months: readonly { readonly month: number; readonly openDays: number }[];
  /** What speaks against merging these lines. */
  readonly objections: readonly string[];
  /** When a returned line is due back unless told otherwise. */
  readonly due: Day;
};

// Working days that an agency is given to mend a returned line, unless the clerk names a day.
const mendingWorkingDays = 3;

/** The lines that an action is to be taken on, and what its value is chosen from; null where one of them is not the office's to review. */
export async function loadAct(
  scope: OfficeScope,
  year: number,
  { action, lineIds }: { action: ReviewAction; lineIds: readonly string[] },
): Promise<ActView | null> {
  const ids = [...new Set(lineIds)];
  const [lines, facts, { now, policy, calendar }] = await Promise.all([
    findLines(scope, year, ids),
    gatherLines(db(), { districtCode: scope.districtCode, year }, ids),
    loadYearRules(scope.districtCode, year),
  ]);
  if (lines.length < ids.length) return null;
  const { quietDays, planning } = policy.values;
  const { months } = computeCapacity(year, calendar, { quietDays: quietDays.value, planning: planning.value });
  const objections = action === 'merge' ? findMergeObjections({ lines: facts, planning: planning.value }) : [];
  return { year, action, lines, months, objections, due: computeDue(calendar, dayOf(now), mendingWorkingDays).day };
}
