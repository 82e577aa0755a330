import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadPhoneVisit } from '#features/visit/queries/load-phone-day.ts';
import { VisitPage } from '#features/visit/ui/visit-page.tsx';
import { env } from '#platform/env.ts';
import { requireInspector } from '#platform/session.ts';

export const metadata: Metadata = { title: '入企检查', manifest: '/inspector.webmanifest' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireInspector();
  const found = await loadPhoneVisit(scope, (await params).id);
  if (!found) notFound();
  return <VisitPage {...found} owner={scope.actor.id} origin={new URL(env().NEXTAUTH_URL).origin} />;
}
