import type { Metadata } from 'next';
import { listMessages } from '#features/outbox/queries/list-messages.ts';
import { outboxFilter } from '#features/outbox/schema.ts';
import { OutboxPage } from '#features/outbox/ui/outbox-page.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '发件箱' };

export default async function Page({ searchParams }: { searchParams: Promise<object> }) {
  const scope = await requireOffice();
  const filter = outboxFilter.parse(await searchParams);
  return <OutboxPage list={await listMessages(scope, filter)} filter={filter} />;
}
