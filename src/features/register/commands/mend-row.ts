import 'server-only';
import { normaliseText } from '#domain/enterprise/normal-text.ts';
import { enterpriseFields } from '#domain/register/enterprise-fields.ts';
import { inspectorFields } from '#domain/register/inspector-fields.ts';
import type { Command } from '#platform/command.ts';
import { invalid, notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { judgeRows } from '../queries/judge-rows.ts';
import type { RowMend } from '../schema.ts';
import { lockImport, readCells } from './lock-import.ts';
import { tallyOf, updateFates } from './store-fates.ts';

const fieldsOf = {
  enterprise: enterpriseFields.map(({ field }) => String(field)),
  inspector: inspectorFields.map(({ field }) => String(field)),
};

/** Corrects one cell on the page; the file stays as it came, and every row is judged anew, because rows depend on each other. */
export async function mendRow({ tx, scope, record }: Command<AgencyScope | OfficeScope>, input: RowMend): Promise<Outcome<null>> {
  const { import: id, row, field } = input;
  const text = normaliseText(input.proposal ?? input.text ?? '');
  const locked = await lockImport(tx, scope, { id, states: ['read', 'undone'] });
  if (!locked.ok) return locked;
  if (text === '') return invalid({ text: ['请填写改正后的内容'] });
  const before = await readCells(tx, id);
  if (!before.some((each) => each.row === row) || !fieldsOf[locked.value.kind].includes(field) || !locked.value.tally) return notFound();
  const cells = before.map((each) => (each.row === row ? { row, cells: { ...each.cells, [field]: text } } : each));
  const judged = await judgeRows(tx, locked.value, cells);
  await updateFates(tx, id, { judged, cells });
  await tx.registerImport.updateMany({ where: { id, agencyCode: scope.agencyCode }, data: { tally: tallyOf(judged, locked.value.tally) } });
  record('register.mended', id, { row, field, text });
  return ok(null);
}
