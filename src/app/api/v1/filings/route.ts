import { listFilings, postFiling } from '#features/filing/api/routes.ts';

export const GET = listFilings;
export const POST = postFiling;
