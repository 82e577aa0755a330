import 'server-only';
import type { EnterpriseValues } from '#domain/register/enterprise-fields.ts';
import type { InspectorValues } from '#domain/register/inspector-fields.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { invalid, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { listUsed } from '../queries/list-used.ts';
import { type LockedImport, lockImport } from './lock-import.ts';
import { updateEnterprises } from './write-enterprises.ts';
import { updateInspectors } from './write-inspectors.ts';

type Changed = { readonly id: string; readonly values: unknown };
const mostListed = 20;

/** Takes out what was added; whatever refers to it forbids that, so nothing goes along. */
async function removeAdded(tx: Tx, { id, kind, districtCode, agencyCode }: LockedImport): Promise<number> {
  const added = Prisma.sql`(SELECT subject_id FROM register_import_row WHERE import_id = ${id}::uuid AND fate IN ('added', 'sameName'))`;
  return kind === 'enterprise'
    ? tx.$executeRaw(Prisma.sql`DELETE FROM enterprise WHERE district_code = ${districtCode} AND id IN ${added}`)
    : tx.$executeRaw(Prisma.sql`DELETE FROM inspector WHERE agency_code = ${agencyCode} AND id IN ${added}`);
}

/** Makes what was changed say again what it said. */
async function restoreChanged(tx: Tx, { id, kind, districtCode, agencyCode }: LockedImport): Promise<number> {
  const changed = await tx.$queryRaw<Changed[]>(
    Prisma.sql`SELECT subject_id AS id, before AS values FROM register_import_row WHERE import_id = ${id}::uuid AND fate = 'changed' ORDER BY "row"`,
  );
  if (kind === 'enterprise') await updateEnterprises(tx, districtCode, changed as { id: string; values: EnterpriseValues }[]);
  else await updateInspectors(tx, agencyCode, changed as { id: string; values: InspectorValues }[]);
  return changed.length;
}

function sayUsed(used: readonly { row: number; name: string; why: string }[]): string[] {
  const listed = used.slice(0, mostListed).map(({ row, name, why }) => `第 ${row} 行 ${name}：${why}`);
  const rest = used.length - listed.length;
  const head = `有 ${used.length} 行导入后已经用到，不能整批撤回`;
  return rest > 0 ? [head, ...listed, `另有 ${rest} 行`] : [head, ...listed];
}

/** Takes a whole batch back: what it added is gone, what it changed is as before; not once one of its rows was used. */
export async function undoImport(
  { tx, scope, now, record }: Command<AgencyScope | OfficeScope>,
  { import: id }: { import: string },
): Promise<Outcome<null>> {
  const locked = await lockImport(tx, scope, { id, states: ['imported'] });
  if (!locked.ok) return locked;
  const used = await listUsed(tx, locked.value);
  if (used.length > 0) return invalid({ '': sayUsed(used) });
  const restored = await restoreChanged(tx, locked.value);
  const removed = await removeAdded(tx, locked.value);
  const { agencyCode, status } = locked.value;
  const { count } = await tx.registerImport.updateMany({ where: { id, agencyCode, status }, data: { status: 'undone', undoneAt: now } });
  if (count !== 1) throw new Error('a locked import moved on');
  record('register.reverted', id, { removed, restored });
  return ok(null);
}
