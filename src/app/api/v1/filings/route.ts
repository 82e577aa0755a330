export { listFilings as GET, postFiling as POST } from '#features/filing/api/routes.ts';
