import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadEmergency } from '#features/emergency/queries/list-emergencies.ts';
import { loadSupplement } from '#features/emergency/queries/load-supplement.ts';
import { emergencyId } from '#features/emergency/schema.ts';
import { EmergencyPage } from '#features/emergency/ui/emergency-page.tsx';
import { requirePlanner, requireUser } from '#platform/session.ts';

export const metadata: Metadata = { title: '紧急备案' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requirePlanner();
  const asked = emergencyId.safeParse({ filing: (await params).id });
  const view = asked.success ? await loadEmergency(scope, asked.data.filing) : null;
  if (!view) notFound();
  const desk = scope.kind === 'agency' ? await loadSupplement(scope, view.id) : null;
  return <EmergencyPage view={view} desk={desk} reader={await requireUser()} />;
}
