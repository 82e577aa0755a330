import { postFindings } from '#features/finding/api/routes.ts';

export const POST = postFindings;
