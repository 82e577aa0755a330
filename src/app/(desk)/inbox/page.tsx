import type { Metadata } from 'next';
import { loadInbox } from '#features/notification/queries/load-inbox.ts';
import { inboxFilter } from '#features/notification/schema.ts';
import { Inbox } from '#features/notification/ui/inbox.tsx';
import { requireMessageReader } from '#platform/session.ts';

export const metadata: Metadata = { title: '消息' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireMessageReader();
  return <Inbox box={await loadInbox(scope, inboxFilter.parse(await searchParams))} />;
}
