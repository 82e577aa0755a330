import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { loadPlanPage } from '#features/plan/queries/load-plan-page.ts';
import { planAddress, planQuery } from '#features/plan/schema.ts';
import { PlanDocument } from '#features/plan/ui/plan-page.tsx';
import { publicScope } from '#platform/scope.ts';

export const metadata: Metadata = { title: '检查计划' };
type Props = { params: Promise<object>; searchParams: Promise<object> };

export default async function Page({ params, searchParams }: Props) {
  const which = planAddress.safeParse(await params);
  const query = planQuery.parse(await searchParams);
  const plan = which.success ? await loadPlanPage(publicScope({ type: 'public' }), which.data, query) : null;
  return plan ? <PlanDocument plan={plan} query={query} /> : notFound();
}
