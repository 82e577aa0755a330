import { postEntryCheck } from '#features/filing/api/routes.ts';

export const POST = postEntryCheck;
