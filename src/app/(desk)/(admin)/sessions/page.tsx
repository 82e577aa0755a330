import type { Metadata } from 'next';
import { listSessions } from '#features/session/queries.ts';
import { SessionList } from '#features/session/ui/session-list.tsx';
import { requireAdmin } from '#platform/session.ts';

export const metadata: Metadata = { title: '在线会话' };

export default async function Page() {
  return <SessionList sessions={await listSessions(await requireAdmin('securityAdmin'))} />;
}
