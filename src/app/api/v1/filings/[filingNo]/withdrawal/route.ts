import { postWithdrawal } from '#features/filing/api/routes.ts';

export const POST = postWithdrawal;
