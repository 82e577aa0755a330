import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadNewLineDesk, reckonLine } from '#features/declaration/queries/load-line-desk.ts';
import { fieldsOfQuery } from '#features/declaration/schema/line-query.ts';
import { LinePage } from '#features/declaration/ui/line-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '新增申报行' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Page({ params, searchParams }: Props) {
  const scope = await requireAgency();
  const id = z.uuid().safeParse((await params).id);
  const desk = id.success ? await loadNewLineDesk(scope, id.data) : null;
  if (!desk) notFound();
  return <LinePage desk={desk} {...(await reckonLine(scope, desk, fieldsOfQuery(await searchParams)))} />;
}
