import { pinyin } from 'pinyin-pro';

/** How a name is typed by its sound: in full and by its initials, lower case, without spaces and marks. */
export type Spelling = { readonly pinyin: string; readonly initials: string };

const keep = (parts: readonly string[]) =>
  parts
    .join('')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** Spells a name: Chinese characters by their sound in context (重庆 → chongqing), everything else as it is written. */
export function spellName(name: string): Spelling {
  const options = { toneType: 'none', type: 'array', nonZh: 'consecutive', v: true } as const;
  return { pinyin: keep(pinyin(name, options)), initials: keep(pinyin(name, { ...options, pattern: 'first' })) };
}
