import { downloadCsv } from '#features/plan/api/downloads.ts';

export const GET = downloadCsv;
