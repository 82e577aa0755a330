import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fixedWording } from './wording.data.ts';

const sources = [
  'src/features/verification/ui/code-page.tsx',
  'src/features/verification/ui/check-page.tsx',
  'src/features/verification/ui/busy-page.tsx',
  'src/features/verification/labels.ts',
  'src/ui/plain-frame.tsx',
  'src/ui/text-form.tsx',
  'src/ui/skip-link.tsx',
  'src/ui/words.ts',
  'src/features/verification/ui/code-document.tsx',
];

describe('the font of the code pages', () => {
  it.each(sources)('holds every Chinese character of %s', (path) => {
    const used = new Set(readFileSync(path, 'utf8').match(/[^\p{ASCII}]/gu));
    expect([...used].filter((character) => !fixedWording.includes(character))).toEqual([]);
  });
});
