import type { Metadata } from 'next';
import { listReports } from '#features/door-report/queries/load-reports.ts';
import { ReportSection } from '#features/door-report/ui/report-section.tsx';
import { loadAgencyCells } from '#features/feedback/queries/load-cells.ts';
import { loadFeedbackDesk } from '#features/feedback/queries/load-desk.ts';
import { feedbackFilter } from '#features/feedback/schema.ts';
import { CellsPage } from '#features/feedback/ui/cells-page.tsx';
import { FeedbackDeskPage } from '#features/feedback/ui/desk-page.tsx';
import { requirePlanner } from '#platform/session.ts';

export const metadata: Metadata = { title: '评价' };

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const scope = await requirePlanner();
  if (scope.kind === 'agency') return <CellsPage desk={await loadAgencyCells(scope)} />;
  const filter = feedbackFilter.parse(await searchParams);
  const [desk, reports] = await Promise.all([loadFeedbackDesk(scope, filter), listReports(scope)]);
  return <FeedbackDeskPage desk={desk} filter={filter} reports={<ReportSection rows={reports} now={desk.now} />} />;
}
