export { postEntryCheck as POST } from '#features/filing/api/routes.ts';
