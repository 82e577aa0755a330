import { getFiling } from '#features/filing/api/routes.ts';

export const GET = getFiling;
