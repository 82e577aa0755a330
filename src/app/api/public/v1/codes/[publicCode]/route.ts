export { getCode as GET } from '#features/verification/api/routes.ts';
