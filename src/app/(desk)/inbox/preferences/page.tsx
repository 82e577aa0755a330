import type { Metadata } from 'next';
import { loadPreferences } from '#features/notification/queries/load-preferences.ts';
import { PreferencesPage } from '#features/notification/ui/preferences.tsx';
import { requireMessageReader } from '#platform/session.ts';

export const metadata: Metadata = { title: '消息接收方式' };

export default async function Page() {
  return <PreferencesPage desk={await loadPreferences(await requireMessageReader())} />;
}
