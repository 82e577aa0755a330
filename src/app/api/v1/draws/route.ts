import { listDraws } from '#features/draw-record/api/routes.ts';

export const GET = listDraws;
