import 'server-only';
import type { z } from 'zod';
import { isLineOpen } from '#domain/declaration/lifecycle.ts';
import type { DeclaredLine } from '#domain/declaration/line.ts';
import type { LineOutcome } from '#domain/plan/review-step.ts';
import type { Command } from '#platform/command.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { gatherLine } from '../queries/gather-line.ts';
import { measurePools } from '../queries/measure-pools.ts';
import type { changedLine, newLine } from '../schema/line-form.ts';
import { describeLines } from './describe-lines.ts';
import { type LockedDeclaration, lockOpenDeclaration } from './lock-declaration.ts';
import { contentOf, findMatterId, storeLines } from './store-lines.ts';

type Kept = { readonly declaration: string };
const alreadyThere = '这份申报里已有同样的一行：事项、对象、数量、时间、方式和来源都相同';

/** Adds a line to one's own declaration. */
export async function addLine(
  { tx, scope, record }: Command<AgencyScope>,
  { declaration: id, ...fields }: z.output<typeof newLine>,
): Promise<Outcome<Kept>> {
  const locked = await lockOpenDeclaration(tx, scope, id);
  if (!locked.ok) return locked;
  const gathered = await gatherLine(tx, scope, { fields, year: locked.value.year });
  if ('faults' in gathered) return invalid(gathered.faults);
  const { added } = await storeLines(tx, locked.value, [{ line: gathered.line }]);
  if (added === 0) return invalid({ matter: [alreadyThere] });
  record('declaration.lineAdded', id, { matter: gathered.line.matter });
  return ok({ declaration: id });
}

type OwnLine = { readonly id: string; readonly declarationId: string; readonly outcome: LineOutcome };

/** A line of one's own agency that may still be changed, with its declaration locked. */
async function lockLine(
  { tx, scope }: Command<AgencyScope>,
  id: string,
): Promise<Outcome<{ line: OwnLine; declaration: LockedDeclaration }>> {
  const where = { id, districtCode: scope.districtCode, agencyCode: scope.agencyCode };
  const place = await tx.declarationLine.findFirst({ where, select: { declarationId: true } });
  if (!place) return notFound();
  const locked = await lockOpenDeclaration(tx, scope, place.declarationId);
  if (!locked.ok) return locked;
  // Read again under the lock: somebody may have taken it out meanwhile.
  const line = await tx.declarationLine.findFirst({ where, select: { id: true, declarationId: true, outcome: true } });
  if (!line) return notFound();
  const isOpen = isLineOpen(locked.value, line.outcome);
  return isOpen ? ok({ line, declaration: locked.value }) : stale('这一行办公室没有退回，不能改。可以新增一行，或请办公室退回。');
}

async function storeChange({ tx, scope }: Command<AgencyScope>, { id }: OwnLine, { line, year }: { line: DeclaredLine; year: number }) {
  const { districtCode, agencyCode } = scope;
  const [poolSize = 0] = await measurePools(districtCode, [line.pool], tx);
  const { basis, poolLabel, source, partnersText, remark } = line;
  const matterId = await findMatterId(tx, districtCode, line.matter);
  const words = { basis, poolLabel, poolSize, source, partnersText, remark, matterId };
  await tx.declarationLine.updateMany({ where: { id, agencyCode }, data: { ...words, ...contentOf(line, { year, poolSize }) } });
}

/** Changes a line of one's own declaration. */
export async function changeLine(
  context: Command<AgencyScope>,
  { line: id, ...fields }: z.output<typeof changedLine>,
): Promise<Outcome<Kept>> {
  const { tx, scope, record } = context;
  const locked = await lockLine(context, id);
  if (!locked.ok) return locked;
  const { line, declaration } = locked.value;
  const gathered = await gatherLine(tx, scope, { fields, year: declaration.year });
  if ('faults' in gathered) return invalid(gathered.faults);
  const { fingerprint } = contentOf(gathered.line, { year: declaration.year, poolSize: 0 });
  const twin = await tx.declarationLine.findFirst({ where: { declarationId: declaration.id, fingerprint, id: { not: id } } });
  if (twin) return invalid({ matter: [alreadyThere] });
  const [before] = await describeLines(tx, { id });
  await storeChange(context, line, { line: gathered.line, year: declaration.year });
  const [after] = await describeLines(tx, { id });
  record('declaration.lineChanged', declaration.id, { before, after });
  return ok({ declaration: declaration.id });
}

/** Takes a line out of one's own declaration. */
export async function removeLine(context: Command<AgencyScope>, { line: id }: { line: string }): Promise<Outcome<Kept>> {
  const locked = await lockLine(context, id);
  if (!locked.ok) return locked;
  const { declaration } = locked.value;
  const [removed] = await describeLines(context.tx, { id });
  await context.tx.declarationLine.deleteMany({ where: { id, declarationId: declaration.id, agencyCode: context.scope.agencyCode } });
  context.record('declaration.lineRemoved', declaration.id, { removed });
  return ok({ declaration: declaration.id });
}
