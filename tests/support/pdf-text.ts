import { inflateSync } from 'node:zlib';

/** What stands on each page, in the order in which it was written, and whether any glyph is the empty box. */
export type PdfText = { readonly pages: readonly string[]; readonly boxes: number };
type Part = { readonly words: string; readonly content: string };

function readParts(file: string): Map<string, Part> {
  const parts = new Map<string, Part>();
  for (const [, id = '', body = ''] of file.matchAll(/(\d+) 0 obj\r?\n([\s\S]*?)endobj/g)) {
    const start = body.indexOf('stream\n');
    const bytes = Buffer.from(body.slice(start + 7, body.lastIndexOf('endstream')), 'latin1');
    const content = start > 0 && body.includes('FlateDecode') ? inflateSync(bytes, { finishFlush: 2 }).toString('latin1') : '';
    parts.set(id, { words: start > 0 ? body.slice(0, start) : body, content });
  }
  return parts;
}

const firstOf = (text: string, pattern: RegExp) => pattern.exec(text)?.[1] ?? '';

/** Glyph to text, as the font itself says for copying. */
function readCharacters(map: string): Map<number, string> {
  const found = new Map<number, string>();
  for (const [, first = '', list = ''] of map.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/g)) {
    [...list.matchAll(/<([0-9a-f ]+)>/g)].forEach(([, code = ''], index) => {
      const units = code.replaceAll(' ', '').match(/.{4}/g) ?? [];
      found.set(Number.parseInt(first, 16) + index, String.fromCharCode(...units.map((unit) => Number.parseInt(unit, 16))));
    });
  }
  return found;
}

type Find = (id: string) => Part;

/** Each run of glyphs with the characters of its font, in the order written. */
function readPage(part: Find, page: Part): { text: string; boxes: number } {
  const fonts = part(firstOf(page.words, /\/Resources (\d+)/)).words;
  const { content } = part(firstOf(page.words, /\/Contents (\d+)/));
  let characters = new Map<number, string>();
  const codes = [...content.matchAll(/\/(F\d+) [\d.]+ Tf|<([0-9a-f]+)>/g)].flatMap(([, font, hex = '']) => {
    const own = font ? part(firstOf(fonts, new RegExp(`/${font} (\\d+)`))).words : null;
    if (own) characters = readCharacters(part(firstOf(own, /\/ToUnicode (\d+)/)).content);
    return (hex.match(/.{4}/g) ?? []).map((glyph) => ({ glyph: Number.parseInt(glyph, 16), characters }));
  });
  return {
    text: codes.map(({ glyph, characters: known }) => known.get(glyph) ?? '').join(''),
    boxes: codes.filter(({ glyph }) => glyph === 0).length,
  };
}

/** Reads the text of a PDF whose fonts carry their own table of characters, as ours do. */
export function readPdf(bytes: Uint8Array): PdfText {
  const parts = readParts(Buffer.from(bytes).toString('latin1'));
  const part: Find = (id) => parts.get(id) ?? { words: '', content: '' };
  const kids = [...parts.values()].find(({ words }) => words.includes('/Type /Pages'))?.words ?? '';
  const pages = [...firstOf(kids, /\/Kids \[([^\]]*)\]/).matchAll(/(\d+) 0 R/g)].map(([, id = '']) => readPage(part, part(id)));
  return { pages: pages.map(({ text }) => text), boxes: pages.reduce((sum, page) => sum + page.boxes, 0) };
}
