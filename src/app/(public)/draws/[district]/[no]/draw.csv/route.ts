import { downloadDrawCsv } from '#features/draw-record/api/downloads.ts';

export const GET = downloadDrawCsv;
