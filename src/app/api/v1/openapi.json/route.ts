import { getDescription } from '#features/filing/api/routes.ts';

export const dynamic = 'force-dynamic';
export const GET = getDescription;
