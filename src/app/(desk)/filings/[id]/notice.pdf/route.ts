import { downloadNotice } from '#features/filing/api/papers.ts';

export const GET = downloadNotice;
