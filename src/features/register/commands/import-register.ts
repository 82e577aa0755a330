import 'server-only';
import { type Fate, writtenFates } from '#domain/register/fate.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import type { ImportPlace } from '../queries/import-place.ts';
import { type Judged, judgeRows } from '../queries/judge-rows.ts';
import { type LockedImport, lockImport, readCells } from './lock-import.ts';
import { tallyOf, updateFates } from './store-fates.ts';
import { insertEnterprises, updateEnterprises } from './write-enterprises.ts';
import { insertInspectors, updateInspectors } from './write-inspectors.ts';

type Written<Values> = { readonly row: number; readonly id: string; readonly before: Values | null; readonly values: Values };
type Row<Values> = {
  readonly row: number;
  readonly fate: Fate;
  readonly before: { readonly id: string; readonly values: Values } | null;
  readonly after: Values | null;
};

/** The rows that are written, each with the id under which it stands. */
function writtenOf<Values>(rows: readonly Row<Values>[]): Written<Values>[] {
  return rows.flatMap(({ row, fate, before, after }) =>
    after && writtenFates.includes(fate) ? [{ row, id: before?.id ?? newId(), before: before?.values ?? null, values: after }] : [],
  );
}

const isNew = ({ before }: { before: unknown }) => before === null;
const isChange = ({ before }: { before: unknown }) => before !== null;

async function writeRegister(tx: Tx, { districtCode, agencyCode }: ImportPlace, judged: Judged): Promise<readonly Written<unknown>[]> {
  if (judged.kind === 'enterprise') {
    const written = writtenOf(judged.rows);
    await insertEnterprises(tx, districtCode, written.filter(isNew));
    await updateEnterprises(tx, districtCode, written.filter(isChange));
    return written;
  }
  const written = writtenOf(judged.rows);
  await insertInspectors(tx, agencyCode, written.filter(isNew));
  await updateInspectors(tx, agencyCode, written.filter(isChange));
  return written;
}

/** Notes on every written row whom it made, and what stood there before and after. */
async function noteWritten(tx: Tx, id: string, written: readonly Written<unknown>[]): Promise<void> {
  const json = JSON.stringify(written.map(({ row, id: subject, before, values }) => ({ row, subject_id: subject, before, after: values })));
  await tx.$executeRaw(Prisma.sql`UPDATE register_import_row kept SET subject_id = given.subject_id, before = nullif(given.before, 'null'), after = given.after
    FROM jsonb_to_recordset(${json}::jsonb) AS given ("row" int, subject_id uuid, before jsonb, after jsonb)
    WHERE kept.import_id = ${id}::uuid AND kept."row" = given."row"`);
}

type Import = { readonly locked: LockedImport; readonly judged: Judged; readonly written: readonly Written<unknown>[] };

async function settleImport(
  { tx, now, record }: Command<AgencyScope | OfficeScope>,
  { locked, judged, written }: Import,
): Promise<Outcome<{ written: number }>> {
  if (!locked.tally) throw new Error('a sheet that was read has no tally');
  const { id, agencyCode, status, kind } = locked;
  await noteWritten(tx, id, written);
  const tally = tallyOf(judged, locked.tally);
  const data = { status: 'imported' as const, importedAt: now, undoneAt: null, tally };
  const { count } = await tx.registerImport.updateMany({ where: { id, agencyCode, status }, data });
  if (count !== 1) throw new Error('a locked import moved on');
  record('register.imported', id, { kind, tally });
  return ok({ written: written.length });
}

/** Writes a sheet's rows into the register as it stands now, all in one; rows with faults are left out and stay listed with their reason. */
export async function importRegister(
  context: Command<AgencyScope | OfficeScope>,
  { import: id }: { import: string },
): Promise<Outcome<{ written: number }>> {
  const { tx, scope } = context;
  const locked = await lockImport(tx, scope, { id, states: ['read', 'undone'] });
  if (!locked.ok) return locked;
  const cells = await readCells(tx, id);
  const judged = await judgeRows(tx, locked.value, cells);
  const written = await writeRegister(tx, locked.value, judged);
  if (written.length === 0) return stale('表里的内容名录中都已有，或都有错误，没有可导入的行。');
  await updateFates(tx, id, { judged, cells });
  return settleImport(context, { locked: locked.value, judged, written });
}
