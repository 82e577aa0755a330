import 'server-only';
import { loadMergePanel } from '#features/merge/queries/load-merge-panel.ts';
import type { MergePanelView } from '#features/merge/queries/views.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { LineFilter } from '../schema.ts';
import { type LinePage, listLines, loadLineChoices } from './list-lines.ts';
import { type DeskView, loadDesk } from './load-desk.ts';
import { type HeatView, loadHeat } from './load-heat.ts';

/** Everything on the review desk. `proposed` are the lines of the proposal that is shown, as long as it waits. */
export type ReviewDeskView = {
  readonly desk: DeskView;
  readonly heat: HeatView;
  readonly panel: MergePanelView;
  readonly filter: LineFilter;
  readonly page: LinePage;
  readonly choices: Awaited<ReturnType<typeof loadLineChoices>>;
  readonly proposed: ReadonlySet<string>;
};

/** Loads the desk of one year with one page of lines; a proposal that was asked for by number comes first, ticked. */
export async function loadReviewDesk(scope: OfficeScope, year: number, filter: LineFilter): Promise<ReviewDeskView> {
  const panel = await loadMergePanel(scope, year, filter.proposal);
  const isWaiting = panel.proposal?.status === 'open';
  const first = isWaiting ? (panel.proposal?.lines.map(({ id }) => id) ?? []) : [];
  const [desk, heat, page, choices] = await Promise.all([
    loadDesk(scope, year),
    loadHeat(scope, year),
    listLines(scope, year, { filter, first }),
    loadLineChoices(scope, year),
  ]);
  return { desk, heat, panel, filter, page, choices, proposed: new Set(first) };
}
