import { downloadResult } from '#features/draw-record/api/downloads.ts';

export const GET = downloadResult;
