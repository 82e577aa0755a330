import { postStep } from '#features/visit/api/routes.ts';

export const POST = postStep;
