import { downloadForm } from '#features/filing/api/papers.ts';

export const GET = downloadForm;
