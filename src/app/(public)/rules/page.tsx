import type { Metadata } from 'next';
import { loadRules } from '#features/rules/queries.ts';
import { RulesPage } from '#features/rules/ui/rules-page.tsx';
import { publicScope } from '#platform/scope.ts';
import { loadActor } from '#platform/session.ts';

export const metadata: Metadata = { title: '现行规则' };

export default async function Page({ searchParams }: { searchParams: Promise<{ district?: unknown }> }) {
  const { district } = await searchParams;
  const actor = await loadActor();
  const own = actor.type === 'public' ? undefined : actor.districtCode;
  return <RulesPage view={await loadRules(publicScope(actor), typeof district === 'string' ? district : own)} />;
}
