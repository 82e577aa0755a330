import type { Metadata } from 'next';
import { loadInspectorDay } from '#features/home/queries/load-inspector-day.ts';
import { InspectorDayPage } from '#features/home/ui/inspector-day.tsx';
import { env } from '#platform/env.ts';
import { requireInspector } from '#platform/session.ts';

export const metadata: Metadata = { title: '我的检查' };

export default async function Page() {
  const day = await loadInspectorDay(await requireInspector());
  return <InspectorDayPage {...day} origin={new URL(env().NEXTAUTH_URL).origin} />;
}
