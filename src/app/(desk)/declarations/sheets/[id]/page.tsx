import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadSheet } from '#features/sheet/queries/load-sheet.ts';
import { sheetId, sheetPage } from '#features/sheet/schema.ts';
import { SheetPage } from '#features/sheet/ui/sheet-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '申报表' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Page({ params, searchParams }: Props) {
  const scope = await requireAgency();
  const asked = sheetId.safeParse({ sheet: (await params).id });
  const sheet = asked.success ? await loadSheet(scope, asked.data.sheet) : null;
  if (!sheet) notFound();
  return <SheetPage sheet={sheet} pages={sheetPage.parse(await searchParams)} />;
}
