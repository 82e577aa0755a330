import { getOpenRules } from '#features/rules/api/routes.ts';

export const GET = getOpenRules;
