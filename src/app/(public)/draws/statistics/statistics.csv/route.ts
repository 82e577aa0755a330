import { downloadStatistics } from '#features/draw-record/api/downloads.ts';

export const GET = downloadStatistics;
