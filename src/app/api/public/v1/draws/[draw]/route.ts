import { getOpenDraw } from '#features/draw-record/api/routes.ts';

export const GET = getOpenDraw;
