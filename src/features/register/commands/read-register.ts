import 'server-only';
import { refusals } from '#domain/declaration/sheet/file-shape.ts';
import type { SheetGrid } from '#domain/declaration/sheet/grid.ts';
import { enterpriseFields, enterpriseKeys } from '#domain/register/enterprise-fields.ts';
import { mostRows, wordRefusal } from '#domain/register/file-shape.ts';
import { inspectorFields, inspectorKeys } from '#domain/register/inspector-fields.ts';
import { findTable, type RegisterTable } from '#domain/register/table.ts';
import { type Command, runCommand } from '#platform/command.ts';
import { db } from '#platform/db.ts';
import type { Job } from '#platform/jobs.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import { type SystemScope, systemScope } from '#platform/scope.ts';
import { runInWorker, type Worked } from '#platform/worker.ts';
import type { SheetAnswer } from '#platform/workers/read-sheet.ts';
import type { RegisterKind } from '../labels.ts';
import type { ImportPlace } from '../queries/import-place.ts';
import { judgeRows } from '../queries/judge-rows.ts';
import { insertFates, tallyOf } from './store-fates.ts';

/** A file is opened with this much memory and time; what needs more is no register. */
const limits = { heapMb: 320, seconds: 30 };

type Table = RegisterTable<string>;
type Answer = { readonly table: Table } | { readonly refusal: string };
type Read = { readonly id: string; readonly place: ImportPlace; readonly answer: Answer };

const noTable: Readonly<Record<RegisterKind, string>> = {
  enterprise: '没有找到表头。表头要有“统一社会信用代码”和“企业名称”两栏，请照模板改好后再上传',
  inspector: '没有找到表头。表头要有“姓名”和“执法证号”两栏，请照模板改好后再上传',
};

function tableOf(kind: RegisterKind, grid: SheetGrid): Table | null {
  return kind === 'enterprise' ? findTable(grid, enterpriseFields, enterpriseKeys) : findTable(grid, inspectorFields, inspectorKeys);
}

/** What is known of a file after its worker ended, however it ended. */
function answerOf(kind: RegisterKind, worked: Worked<SheetAnswer>): Answer {
  if (worked.kind !== 'done') return { refusal: wordRefusal(refusals[worked.kind === 'stopped' ? 'crashed' : worked.kind]) };
  if ('refusal' in worked.value) return { refusal: wordRefusal(worked.value.refusal) };
  const table = tableOf(kind, worked.value.grid);
  if (table === null) return { refusal: noTable[kind] };
  if (table.rows.length === 0) return { refusal: '表头下面没有内容。请填写后再上传' };
  return table.rows.length > mostRows ? { refusal: wordRefusal(refusals.tooManyRows) } : { table };
}

/** Stores the rows with their fates, or why the file was refused; a second reading of the same file changes nothing. */
async function settleReading({ tx, scope, record }: Command<SystemScope>, { id, place, answer }: Read): Promise<Outcome<null>> {
  const where = { id, districtCode: scope.districtCode, status: 'received' as const };
  if ('refusal' in answer) {
    const { count } = await tx.registerImport.updateMany({ where, data: { status: 'refused', refusal: answer.refusal } });
    if (count === 0) return stale('这份表已经读过。');
    record('register.refused', id, { refusal: answer.refusal });
    return ok(null);
  }
  const { count } = await tx.registerImport.updateMany({ where, data: { status: 'read' } });
  if (count === 0) return stale('这份表已经读过。');
  const { rows } = answer.table;
  const judged = await judgeRows(tx, place, rows);
  const tally = tallyOf(judged, answer.table);
  await insertFates(tx, id, { judged, cells: rows });
  await tx.registerImport.updateMany({ where: { id, districtCode: scope.districtCode }, data: { tally } });
  record('register.read', id, { kind: place.kind, tally });
  return ok(null);
}

/** Reads one uploaded register in a worker thread and settles what came of it. */
export async function readRegister({ import: id }: { import: string }, requestId: string): Promise<void> {
  const select = { fileName: true, bytes: true, kind: true, districtCode: true, agencyCode: true } as const;
  const file = await db().registerImport.findFirst({ where: { id, status: 'received' }, select });
  if (!file) return;
  const { kind, districtCode, agencyCode } = file;
  const input = { name: file.fileName, bytes: file.bytes, comma: true };
  const answer = answerOf(kind, await runInWorker<SheetAnswer>('read-sheet', input, limits));
  const origin = { actor: { type: 'system' as const }, requestId, districtCode };
  const place = { kind, districtCode, agencyCode };
  await runCommand({ scope: systemScope(districtCode), origin, command: (context) => settleReading(context, { id, place, answer }) });
}

export const registerRead: Job<{ import: string }> = { name: 'register-read', run: readRegister };
