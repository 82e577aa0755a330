/** A cell's text as it counts: one width, no invisible characters, single spaces, none at the ends. */
export function normaliseText(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A code or a credential's number: capitals, without the spaces and dashes that people put between its groups. */
export function normaliseCode(text: string): string {
  return normaliseText(text)
    .replace(/[\s\u2010-\u2015-]/g, '')
    .toUpperCase();
}

/** An enterprise's name as registers write it: no spaces between Chinese characters, wide brackets. */
export function normaliseName(text: string): string {
  return normaliseText(text)
    .replace(/(?<=[^\x20-\x7e]) | (?=[^\x20-\x7e])/g, '')
    .replaceAll('(', '（')
    .replaceAll(')', '）');
}

/** What two writings of one name or address have in common. */
export function textKey(text: string): string {
  return normaliseText(text)
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Whether two codes of the same length differ in exactly one character. */
export function differsByOne(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  return [...one].filter((character, index) => character !== other[index]).length === 1;
}
