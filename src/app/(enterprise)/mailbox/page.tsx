import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { connection } from 'next/server';
import { listDemoLetters } from '#features/outbox/queries/list-messages.ts';
import { MailboxPage } from '#features/outbox/ui/mailbox-page.tsx';
import { messageLinks } from '#platform/link-token.ts';
import { publicScope } from '#platform/scope.ts';

export const metadata: Metadata = { title: '演示信箱', robots: { index: false } };

export default async function Page() {
  await connection();
  const found = await listDemoLetters(publicScope({ type: 'public' }));
  return found ? <MailboxPage letters={found.letters} now={found.now} links={messageLinks()} /> : notFound();
}
