import { getOpenMatters } from '#features/plan/api/routes.ts';

export const GET = getOpenMatters;
