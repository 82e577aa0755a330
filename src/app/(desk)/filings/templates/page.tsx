import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadTemplateDesk } from '#features/template/queries/load-templates.ts';
import { TemplatePage } from '#features/template/ui/template-page.tsx';
import { requireAgency } from '#platform/session.ts';

export const metadata: Metadata = { title: '备案模板' };

export default async function Page() {
  const scope = await requireAgency();
  if (scope.actor.type !== 'user' || scope.actor.role !== 'agencyFiler') notFound();
  return <TemplatePage desk={await loadTemplateDesk(scope)} />;
}
