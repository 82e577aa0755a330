import { downloadLetter } from '#features/finding/api/downloads.ts';

export const GET = downloadLetter;
