import { getOpenDraws } from '#features/draw-record/api/routes.ts';

export const GET = getOpenDraws;
