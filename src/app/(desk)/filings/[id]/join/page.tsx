import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadJoinDesk } from '#features/amendment/queries/load-desks.ts';
import { joinQuery } from '#features/amendment/schema.ts';
import { JoinPage } from '#features/amendment/ui/join-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '参加联合检查' };
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Page({ params, searchParams }: Props) {
  const scope = await requireAgency();
  const id = z.uuid().safeParse((await params).id);
  const desk = id.success ? await loadJoinDesk(scope, id.data, joinQuery.parse(await searchParams)) : null;
  if (!desk) notFound();
  return <JoinPage desk={desk} />;
}
