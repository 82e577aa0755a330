/** Crockford's base 32: no I, L, O or U. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const length = 26;

/** Bytes that one code needs: 26 characters of 5 bits are 130 bits. */
export const publicCodeBytes = 17;

/** A public code from random bytes (at least 17), ungrouped as it is stored. */
export function encodePublicCode(bytes: Uint8Array): string {
  if (bytes.length < publicCodeBytes) throw new RangeError(`a public code needs ${publicCodeBytes} random bytes`);
  const bits = Array.from(bytes, (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length }, (_, index) => alphabet[Number.parseInt(bits.slice(index * 5, index * 5 + 5), 2)]).join('');
}

/** Whether a text is a code as stored: 26 characters, upper case, ungrouped. */
export function isPublicCode(text: string): boolean {
  return text.length === length && [...text].every((character) => alphabet.includes(character));
}

/** What people type or scan, as stored; null where it cannot be a code. Spaces, hyphens, case, O, I and L are forgiven. */
export function normalisePublicCode(text: string): string | null {
  if (text.length > 80) return null;
  const plain = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s\-‐-―－]/g, '');
  const code = plain.replaceAll('O', '0').replace(/[IL]/g, '1');
  return isPublicCode(code) ? code : null;
}

/** As shown to people: 7Q4M-X9KD-2RTV-B6HN-PW3C-8YFA-5J. */
export function groupPublicCode(code: string): string {
  return code.match(/.{1,4}/g)?.join('-') ?? '';
}
