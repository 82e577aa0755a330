import 'server-only';

/** Runs of characters that a font has a shape for, in ascending order. */
type Runs = readonly (readonly [first: number, last: number])[];

/** Where the table of that name begins in a TrueType file. */
function findTable(font: DataView, name: string): number {
  const count = font.getUint16(4);
  for (let index = 0; index < count; index++) {
    const at = 12 + index * 16;
    const tag = String.fromCharCode(...[0, 1, 2, 3].map((byte) => font.getUint8(at + byte)));
    if (tag === name) return font.getUint32(at + 8);
  }
  throw new Error(`the font has no table ${name}`);
}

/** Reads which characters a TrueType font has shapes for: format 12 of its table `cmap`, which speaks of all of Unicode. */
export function readCharacters(file: Buffer): Runs {
  const font = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const map = findTable(font, 'cmap');
  const offsets = Array.from({ length: font.getUint16(map + 2) }, (_, index) => map + font.getUint32(map + 4 + index * 8 + 4));
  const full = offsets.find((offset) => font.getUint16(offset) === 12);
  if (full === undefined) throw new Error('the font has no full map of characters');
  const groups = Array.from({ length: font.getUint32(full + 12) }, (_, index) => full + 16 + index * 12);
  return groups.map((group) => [font.getUint32(group), font.getUint32(group + 4)] as const);
}

/** Writes characters without a shape as their number, 〔U+2A6D6〕: a reader can look that up, an empty box says nothing. */
export function replaceShapeless(text: string, runs: Runs): string {
  const hasShape = (code: number) => runs.some(([first, last]) => code >= first && code <= last);
  return Array.from(text, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return code === 10 || hasShape(code) ? character : `〔U+${code.toString(16).toUpperCase()}〕`;
  }).join('');
}
