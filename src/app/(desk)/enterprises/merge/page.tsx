import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadEnterprise } from '#features/enterprise/queries/load-enterprise.ts';
import { pairQuery } from '#features/enterprise/schema.ts';
import { MergePage } from '#features/enterprise/ui/merge-page.tsx';
import { requireOffice } from '#platform/session.ts';

export const metadata: Metadata = { title: '比较两条企业记录' };

export default async function Page({ searchParams }: { searchParams: Promise<Record<string, unknown>> }) {
  const scope = await requireOffice();
  const asked = pairQuery.safeParse(await searchParams);
  if (!asked.success) notFound();
  const [one, other] = await Promise.all([loadEnterprise(scope, asked.data.one), loadEnterprise(scope, asked.data.other)]);
  if (!one || !other) notFound();
  return <MergePage one={one} other={other} />;
}
