import { postCheckIn } from '#features/visit/api/routes.ts';

export const POST = postCheckIn;
