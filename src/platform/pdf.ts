import 'server-only';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import pdfmake from 'pdfmake';
import { readCharacters, replaceShapeless } from './glyphs.ts';

const folder = join(/* turbopackIgnore: true */ process.cwd(), 'node_modules/@expo-google-fonts/noto-sans-sc');
const regular = join(folder, '400Regular/NotoSansSC_400Regular.ttf');
const bold = join(folder, '700Bold/NotoSansSC_700Bold.ttf');

let characters: ReturnType<typeof readCharacters> | undefined;

/** A text that the document's font can write: what it has no shape for is named by its number. */
export function printable(text: string): string {
  characters ??= readCharacters(readFileSync(regular));
  return replaceShapeless(text, characters);
}

/** Makes a PDF on A4 of a pdfmake definition, in Noto Sans SC. It reads no file but the fonts and nothing from elsewhere. */
export async function makePdf(definition: object): Promise<Uint8Array> {
  pdfmake.setFonts({ NotoSansSC: { normal: regular, bold, italics: regular, bolditalics: bold } });
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy((path) => path === regular || path === bold);
  return pdfmake
    .createPdf({ pageSize: 'A4', ...definition, defaultStyle: { font: 'NotoSansSC', fontSize: 9, lineHeight: 1.25 } })
    .getBuffer();
}
