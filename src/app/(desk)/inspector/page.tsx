import type { Metadata } from 'next';
import { loadInspectorDay } from '#features/home/queries/load-inspector-day.ts';
import { InspectorDayPage } from '#features/home/ui/inspector-day.tsx';
import { QueuePanel } from '#features/visit/ui/queue-panel.tsx';
import { env } from '#platform/env.ts';
import { requireInspector } from '#platform/session.ts';

export const metadata: Metadata = { title: '我的检查', manifest: '/inspector.webmanifest', icons: { apple: '/inspector-192.png' } };

export default async function Page() {
  const scope = await requireInspector();
  const day = await loadInspectorDay(scope);
  const pages = ['/inspector', ...day.visits.map(({ id }) => `/inspector/visits/${id}`)];
  const queue = <QueuePanel owner={scope.actor.id} pages={pages} />;
  return <InspectorDayPage {...day} origin={new URL(env().NEXTAUTH_URL).origin} queue={queue} />;
}
