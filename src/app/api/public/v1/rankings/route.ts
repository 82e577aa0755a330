import { getRankings } from '#features/feedback/api/routes.ts';

export const GET = getRankings;
