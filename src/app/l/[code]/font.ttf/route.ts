import { downloadLetterFont } from '#features/finding/api/downloads.ts';

export const GET = downloadLetterFont;
