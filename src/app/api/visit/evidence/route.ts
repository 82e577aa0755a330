import { postEvidence } from '#features/visit/api/routes.ts';

export const POST = postEvidence;
