import { listMatters } from '#features/plan/api/routes.ts';

export const GET = listMatters;
