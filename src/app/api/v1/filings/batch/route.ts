import { postFilingBatch } from '#features/filing/api/routes.ts';

export const POST = postFilingBatch;
