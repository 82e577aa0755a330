import { getDay } from '#features/visit/api/routes.ts';

export const GET = getDay;
