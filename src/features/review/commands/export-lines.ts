import 'server-only';
import type { Command } from '#platform/command.ts';
import { type Outcome, ok } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { type LineRow, listAllLines } from '../queries/list-lines.ts';
import type { LineFilter } from '../schema.ts';

/** Hands out all lines under these filters and records who took how many of them. */
export async function exportLines(
  { tx, scope, record }: Command<OfficeScope>,
  { year, filter }: { year: number; filter: LineFilter },
): Promise<Outcome<readonly LineRow[]>> {
  const lines = await listAllLines(scope, year, { filter, access: tx });
  const { page: _page, proposal: _proposal, ...conditions } = filter;
  record('review.linesExported', scope.actor.id, { year, conditions, lines: lines.length });
  return ok(lines);
}
