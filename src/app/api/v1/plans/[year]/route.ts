import { getOwnPlan } from '#features/plan/api/routes.ts';

export const GET = getOwnPlan;
