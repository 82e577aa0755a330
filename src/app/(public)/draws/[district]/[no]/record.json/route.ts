import { downloadRecord } from '#features/draw-record/api/downloads.ts';

export const GET = downloadRecord;
