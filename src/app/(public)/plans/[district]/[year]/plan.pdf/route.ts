import { downloadPdf } from '#features/plan/api/downloads.ts';

export const GET = downloadPdf;
