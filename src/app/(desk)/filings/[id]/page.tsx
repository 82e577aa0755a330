import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadActs } from '#features/amendment/queries/load-acts.ts';
import { loadInvitation } from '#features/feedback/queries/load-answer.ts';
import { InvitationPanel } from '#features/feedback/ui/invitation-panel.tsx';
import { loadFiling } from '#features/filing/queries/load-filing.ts';
import { FilingDetail } from '#features/filing/ui/filing-page.tsx';
import { loadVisitRecord } from '#features/visit/queries/load-visit-record.ts';
import { env } from '#platform/env.ts';
import { rateLink } from '#platform/link-token.ts';
import { requireFilingReader, requireUser } from '#platform/session.ts';

export const metadata: Metadata = { title: '备案详情' };

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const scope = await requireFilingReader();
  const id = z.uuid().safeParse((await params).id);
  const filing = id.success ? await loadFiling(scope, id.data) : null;
  if (!filing) notFound();
  const [acts, visit] = await Promise.all([loadActs(scope, filing.id), loadVisitRecord(scope, filing.id)]);
  const invitation = scope.kind === 'office' ? await loadInvitation(scope, filing.id) : null;
  return (
    <>
      <FilingDetail {...{ filing, acts, visit }} reader={await requireUser()} origin={new URL(env().NEXTAUTH_URL).origin} />
      {invitation ? <InvitationPanel view={invitation} link={rateLink(filing.id)} /> : null}
    </>
  );
}
