import 'server-only';
import type { Command } from '#platform/command.ts';
import { type Outcome, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { findRest } from '../queries/list-lines.ts';
import type { LineFilter } from '../schema.ts';
import { lockReview } from './settle-lines.ts';
import { takeStep } from './take-step.ts';

/** Keeps, in one step, every line under these filters that nobody has reviewed and no open proposal speaks of. */
export async function keepRest(
  context: Command<OfficeScope>,
  { year, filter }: { year: number; filter: LineFilter },
): Promise<Outcome<{ id: string }>> {
  const { tx, scope } = context;
  await lockReview(tx, scope);
  const lineIds = await findRest(scope, year, { filter, access: tx });
  if (lineIds.length === 0) return stale('这些条件下没有未审的行了，请刷新后查看。');
  return takeStep(context, { year, action: 'keep', lineIds, change: {} });
}
