// Runs in a worker thread: a file that a stranger made is opened here, where it can take nothing along.
import { mostBytes } from '#domain/declaration/sheet/file-shape.ts';
import type { SheetGrid } from '#domain/declaration/sheet/grid.ts';
import { isCommaName } from '#domain/register/file-shape.ts';
import { answer, takeInput } from './answer.ts';
import { judgeContainer } from './sheet/container.ts';
import { readCommaText, readWorkbook } from './sheet/workbook.ts';

/** A file as it was uploaded; `comma` where it may also be text separated by commas (.csv). */
export type SheetFile = { readonly name: string; readonly bytes: Uint8Array; readonly comma?: true };
/** Its cells, or the sentence that says why it is not taken. */
export type SheetAnswer = { readonly grid: SheetGrid } | { readonly refusal: string };

const { name, bytes, comma } = takeInput<SheetFile>();
const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const isComma = comma === true && isCommaName(name) && buffer.length <= mostBytes;
const refusal = isComma ? null : await judgeContainer(name, buffer);
answer<SheetAnswer>(refusal !== null ? { refusal } : isComma ? readCommaText(buffer) : readWorkbook(buffer));
