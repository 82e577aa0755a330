import { postCheckOut } from '#features/visit/api/routes.ts';

export const POST = postCheckOut;
