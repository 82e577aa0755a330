import 'server-only';
import { refusals } from '#domain/declaration/sheet/file-shape.ts';
import type { SheetGrid } from '#domain/declaration/sheet/grid.ts';
import { countLines, mostLines, noTable } from '#domain/declaration/sheet/read-declaration.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { db, type Prisma } from '#platform/db.ts';
import type { Job } from '#platform/jobs.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';
import { runInWorker, type Worked } from '#platform/worker.ts';
import type { SheetAnswer } from '#platform/workers/read-sheet.ts';

/** A file is opened with this much memory and time; what needs more is no declaration. */
const limits = { heapMb: 320, seconds: 30 };

type Read = { readonly sheet: string; readonly answer: SheetAnswer };

function judgeGrid(grid: SheetGrid): string | null {
  const lines = countLines(grid);
  if (lines === null) return noTable;
  if (lines === 0) return '表头下面没有申报行。请填写后再上传';
  return lines > mostLines ? refusals.tooManyRows : null;
}

/** What is known of a file after its worker ended, however it ended. */
export function answerOf(worked: Worked<SheetAnswer>): SheetAnswer {
  if (worked.kind !== 'done') return { refusal: refusals[worked.kind === 'stopped' ? 'crashed' : worked.kind] };
  if ('refusal' in worked.value) return worked.value;
  const refusal = judgeGrid(worked.value.grid);
  return refusal === null ? worked.value : { refusal };
}

/** Stores what was read, or why it was refused; a second reading of the same file changes nothing. */
async function settleReading({ tx, scope, record }: Command<SystemScope>, { sheet, answer }: Read): Promise<Outcome<null>> {
  const where = { id: sheet, districtCode: scope.districtCode, status: 'received' as const };
  const data =
    'grid' in answer
      ? { status: 'read' as const, grid: answer.grid as unknown as Prisma.InputJsonValue, rowsRead: countLines(answer.grid) ?? 0 }
      : { status: 'refused' as const, refusal: answer.refusal };
  const { count } = await tx.sheetImport.updateMany({ where, data });
  if (count === 0) return stale('这份申报表已经读过。');
  if ('grid' in answer) record('sheet.read', sheet, { rows: data.rowsRead });
  else record('sheet.refused', sheet, { refusal: answer.refusal });
  return ok(null);
}

/** Reads one uploaded file in a worker thread and settles what came of it. */
export async function readSheet({ sheet, districtCode }: { sheet: string; districtCode: string }, requestId: string): Promise<void> {
  const where = { id: sheet, districtCode, status: 'received' as const };
  const file = await db().sheetImport.findFirst({ where, select: { fileName: true, bytes: true } });
  if (!file) return;
  const answer = answerOf(await runInWorker<SheetAnswer>('read-sheet', { name: file.fileName, bytes: file.bytes }, limits));
  const origin = { actor: { type: 'system' as const }, requestId, districtCode };
  await runCommand({ scope: systemScope(districtCode), origin, command: (context) => settleReading(context, { sheet, answer }) });
}

export const sheetRead: Job<{ sheet: string; districtCode: string }> = { name: 'sheet-read', run: readSheet };
