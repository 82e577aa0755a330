import { getCode } from '#features/verification/api/routes.ts';

export const GET = getCode;
