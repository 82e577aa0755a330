import { downloadLetterFont } from '#features/finding/api/downloads.ts';
import { fixedLetterWords } from '#features/finding/ui/letter-words.data.ts';

export const GET = downloadLetterFont(fixedLetterWords);
