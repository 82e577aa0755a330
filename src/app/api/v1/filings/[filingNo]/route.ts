export { getFiling as GET } from '#features/filing/api/routes.ts';
