import { getOpenPlan } from '#features/plan/api/routes.ts';

export const GET = getOpenPlan;
