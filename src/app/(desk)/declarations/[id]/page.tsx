import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { z } from 'zod';
import { loadDeclaration } from '#features/declaration/queries/load-declaration.ts';
import { linePage } from '#features/declaration/schema.ts';
import { DeclarationDetail } from '#features/declaration/ui/declaration-page.tsx';
import { requirePlanner, requireUser } from '#platform/session.ts';

export const metadata: Metadata = { title: '计划申报' };

type Props = { params: Promise<{ id: string }>; searchParams: Promise<Record<string, unknown>> };

export default async function Page({ params, searchParams }: Props) {
  const scope = await requirePlanner();
  const id = z.uuid().safeParse((await params).id);
  const { page } = linePage.parse(await searchParams);
  const declaration = id.success ? await loadDeclaration(scope, { id: id.data, page }) : null;
  if (!declaration) notFound();
  return <DeclarationDetail declaration={declaration} reader={await requireUser()} />;
}
