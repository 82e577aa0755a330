import { getOpenResults } from '#features/finding/api/routes.ts';

export const GET = getOpenResults;
