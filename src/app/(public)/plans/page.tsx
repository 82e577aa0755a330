import type { Metadata } from 'next';
import { listPlans } from '#features/plan/queries/list-plans.ts';
import { PlanIndex } from '#features/plan/ui/plan-index.tsx';
import { publicScope } from '#platform/scope.ts';

export const metadata: Metadata = { title: '检查计划' };
export const dynamic = 'force-dynamic';

export default async function Page() {
  return <PlanIndex districts={await listPlans(publicScope({ type: 'public' }))} />;
}
