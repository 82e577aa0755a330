import type { Metadata } from 'next';
import { listContacts, listWaitingNotices } from '#features/territory/queries/list-contacts.ts';
import { contactFilter } from '#features/territory/schema.ts';
import { ContactsPage } from '#features/territory/ui/contacts-page.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '联系人和属地告知' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireOffice();
  const filter = contactFilter.parse(await searchParams);
  const [list, waiting] = await Promise.all([listContacts(scope, filter), listWaitingNotices(scope)]);
  return <ContactsPage list={list} filter={filter} waiting={waiting} />;
}
