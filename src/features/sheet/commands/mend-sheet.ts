import 'server-only';
import type { Mends } from '#domain/declaration/sheet/context.ts';
import type { Command } from '#platform/command.ts';
import type { Prisma } from '#platform/db.ts';
import { invalid, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { mendsOf } from '../queries/gather-reading.ts';
import type { SheetMend } from '../schema.ts';
import { lockSheet, storeSheet } from './lock-sheet.ts';

const mostMends = 5_000;
const rowOf = (cell: string) => Number(cell.replace(/^[A-Z]+/, ''));

/** What the corrections are after one more. */
function withMend(mends: Mends, { intent, cell = '', text = '', proposal }: SheetMend): Mends {
  const others = mends.leftOut.filter((row) => row !== rowOf(cell));
  switch (intent) {
    case 'startOver':
      return { cells: {}, leftOut: [] };
    case 'leaveOut':
      return { ...mends, leftOut: [...others, rowOf(cell)].sort((one, other) => one - other) };
    case 'takeIn':
      return { ...mends, leftOut: others };
    case 'restore':
      return { ...mends, cells: Object.fromEntries(Object.entries(mends.cells).filter(([each]) => each !== cell)) };
    case 'write':
      return { ...mends, cells: { ...mends.cells, [cell]: proposal ?? text } };
  }
}

/** Keeps a correction made on the page; the file stays as it came, and the sheet is read anew with it. */
export async function mendSheet({ tx, scope, record }: Command<AgencyScope>, input: SheetMend): Promise<Outcome<null>> {
  const { sheet: id, intent, cell, text, proposal } = input;
  if (intent !== 'startOver' && cell === undefined) return invalid({ '': ['没有写明是哪个单元格'] });
  if (intent === 'write' && !(proposal ?? text)) return invalid({ text: ['请填写改正后的内容，或选择“不导入这一行”'] });
  const locked = await lockSheet(tx, scope, { id, states: ['read', 'undone'] });
  if (!locked.ok) return locked;
  const mends = withMend(mendsOf(locked.value), input);
  if (Object.keys(mends.cells).length + mends.leftOut.length > mostMends) {
    return invalid({ '': [`在页面上最多改 ${mostMends} 处，请在原表里改好再上传`] });
  }
  await storeSheet(tx, locked.value, { mends: mends as unknown as Prisma.InputJsonValue });
  record('sheet.mended', id, { intent, cell: cell ?? null, text: proposal ?? text ?? null });
  return ok(null);
}
