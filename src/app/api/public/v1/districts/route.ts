import { getOpenDistricts } from '#features/plan/api/routes.ts';

export const GET = getOpenDistricts;
