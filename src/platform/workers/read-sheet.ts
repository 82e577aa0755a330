// Runs in a worker thread: a file that a stranger made is opened here, where it can take nothing along.
import type { SheetGrid } from '#domain/declaration/sheet/grid.ts';
import { answer, takeInput } from './answer.ts';
import { judgeContainer } from './sheet/container.ts';
import { readWorkbook } from './sheet/workbook.ts';

/** A file as it was uploaded. */
export type SheetFile = { readonly name: string; readonly bytes: Uint8Array };
/** Its cells, or the sentence that says why it is not taken. */
export type SheetAnswer = { readonly grid: SheetGrid } | { readonly refusal: string };

const { name, bytes } = takeInput<SheetFile>();
const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
const refusal = await judgeContainer(name, buffer);
answer<SheetAnswer>(refusal === null ? readWorkbook(buffer) : { refusal });
