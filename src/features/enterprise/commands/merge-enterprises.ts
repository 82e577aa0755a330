import 'server-only';
import { lockRegister } from '#features/register/commands/lock-import.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import { newId } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { listMergeObstacles } from '../queries/list-merge-obstacles.ts';
import type { MergeInput } from '../schema.ts';

type Locked = { readonly id: string; readonly name: string; readonly isMerged: boolean; readonly holdsOthers: boolean };

/** Both rows, locked in one order whichever is kept, so that two merges of them wait for each other. */
function lockPair(tx: Tx, { districtCode }: OfficeScope, { kept, merged }: MergeInput): Promise<Locked[]> {
  return tx.$queryRaw<Locked[]>(Prisma.sql`SELECT id, name, merged_into_id IS NOT NULL AS "isMerged",
      EXISTS (SELECT FROM enterprise held WHERE held.merged_into_id = enterprise.id) AS "holdsOthers"
    FROM enterprise WHERE district_code = ${districtCode} AND id IN (${kept}::uuid, ${merged}::uuid) ORDER BY id FOR UPDATE`);
}

/** Why two rows cannot be merged this way, or null: no chains and no circles. */
function judgePair(kept: Locked, merged: Locked): Outcome<never> | null {
  if (merged.isMerged) return stale(`“${merged.name}”已经并入另一条，不能再并。`);
  if (kept.isMerged) return stale(`“${kept.name}”已经并入另一条，请选择那一条来保留。`);
  return merged.holdsOthers ? stale(`已有别的记录并入“${merged.name}”：请保留它，或先撤回那些合并。`) : null;
}

/** Why a draw keeps the row from being merged, or null: what was drawn is not taken away by a clerk, and a frozen pool stays as it is. */
async function refuseDrawn(tx: Tx, { districtCode }: OfficeScope, { id, name }: Locked): Promise<Outcome<never> | null> {
  const [first] = await listMergeObstacles(tx, districtCode, id);
  if (!first) return null;
  return first.isDrawn
    ? stale(`“${name}”在${first.no}中抽中，还没有备案。请先备案，或在抽取中公开递补，再合并；也可以改为保留这一条。`)
    : stale(`“${name}”在${first.no}已固定的名单中，抽取还没有公布。请等抽取公布后再合并；也可以改为保留这一条。`);
}

/** Lets one row stand for both: the other is found, drawn and filed for no more; its visits stay its own, and count for the kept row as well. */
export async function mergeEnterprises(
  { tx, scope, now, record }: Command<OfficeScope>,
  input: MergeInput,
): Promise<Outcome<{ kept: string }>> {
  if (input.kept === input.merged) return invalid({ kept: ['两条是同一条记录'] });
  await lockRegister(tx, scope);
  const pair = await lockPair(tx, scope, input);
  const [kept, merged] = [input.kept, input.merged].map((id) => pair.find((each) => each.id === id));
  if (!kept || !merged) return notFound();
  const refusal = judgePair(kept, merged) ?? (await refuseDrawn(tx, scope, merged));
  if (refusal) return refusal;
  const { districtCode } = scope;
  const { count } = await tx.enterprise.updateMany({
    where: { id: merged.id, districtCode, mergedIntoId: null },
    data: { mergedIntoId: kept.id },
  });
  if (count !== 1) throw new Error('a locked enterprise moved on');
  const ids = { id: newId(), keptId: kept.id, mergedId: merged.id };
  await tx.enterpriseMerge.create({ data: { ...ids, districtCode, reason: input.reason, at: now, byId: scope.actor.id } });
  record('enterprise.merged', kept.id, { merged: merged.id, reason: input.reason });
  return ok({ kept: kept.id });
}

/** Takes a merge back: the row is found and drawn again. */
export async function undoMerge(
  { tx, scope, now, record }: Command<OfficeScope>,
  { merge: id }: { merge: string },
): Promise<Outcome<null>> {
  const { districtCode } = scope;
  const merge = await tx.enterpriseMerge.findFirst({ where: { id, districtCode } });
  if (!merge) return notFound();
  const { count } = await tx.enterpriseMerge.updateMany({
    where: { id, districtCode, undoneAt: null },
    data: { undoneAt: now, undoneById: scope.actor.id },
  });
  if (count === 0) return stale('这次合并已经撤回。');
  await tx.enterprise.updateMany({ where: { id: merge.mergedId, districtCode, mergedIntoId: merge.keptId }, data: { mergedIntoId: null } });
  record('enterprise.unmerged', merge.keptId, { merged: merge.mergedId });
  return ok(null);
}
