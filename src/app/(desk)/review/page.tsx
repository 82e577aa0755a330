import { redirect } from 'next/navigation';
import { findBusiestYear } from '#features/review/queries/load-desk.ts';
import { requireOffice } from '#platform/session.ts';

export default async function Page() {
  redirect(`/review/${await findBusiestYear(await requireOffice())}`);
}
