import type { Metadata } from 'next';
import { listMessages } from '#features/notification/queries.ts';
import { Inbox } from '#features/notification/ui/inbox.tsx';
import { requireMessageReader } from '#platform/session.ts';

export const metadata: Metadata = { title: '消息' };

export default async function Page() {
  return <Inbox messages={await listMessages(await requireMessageReader())} />;
}
