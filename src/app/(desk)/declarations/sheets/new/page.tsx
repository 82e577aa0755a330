import type { Metadata } from 'next';
import { loadSheetDesk } from '#features/sheet/queries/list-sheets.ts';
import { sheetYear } from '#features/sheet/schema.ts';
import { SheetDeskPage } from '#features/sheet/ui/sheet-desk.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '上传申报表' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireAgency();
  const { year, tooLarge } = sheetYear.parse(await searchParams);
  return <SheetDeskPage desk={await loadSheetDesk(scope, year)} refusal={tooLarge} />;
}
