import { redirect } from 'next/navigation';
import { homeOf } from '#features/frame/labels.ts';
import { requireUser } from '#platform/session.ts';

export default async function Page() {
  redirect(homeOf((await requireUser()).role));
}
