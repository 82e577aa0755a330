import 'server-only';
import type { Command } from '#platform/command.ts';
import { Prisma } from '#platform/db.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { findMeantEnterprise } from '../queries/find-meant.ts';
import type { RecusalForm } from '../schema.ts';
import { lockInspector } from './lock-inspector.ts';

/** Notes that an inspector is not to be sent to an enterprise, and why. */
export async function recuseInspector({ tx, scope, record }: Command<AgencyScope>, input: RecusalForm): Promise<Outcome<null>> {
  const found = await lockInspector(tx, scope, input.inspector);
  if (!found) return notFound();
  const meant = await findMeantEnterprise(scope, input.enterprise);
  if ('fault' in meant) return invalid({ enterprise: [meant.fault] });
  const { id: enterprise } = meant;
  const count = await tx.$executeRaw(Prisma.sql`INSERT INTO recusal (inspector_id, enterprise_id, reason)
    VALUES (${found.id}::uuid, ${enterprise}::uuid, ${input.reason}) ON CONFLICT DO NOTHING`);
  if (count === 0) return stale('这家企业已经登记过回避。');
  record('inspector.recused', found.id, { enterprise, reason: input.reason });
  return ok(null);
}

/** Ends a recusal. */
export async function endRecusal(
  { tx, scope, record }: Command<AgencyScope>,
  { inspector, enterprise }: { inspector: string; enterprise: string },
): Promise<Outcome<null>> {
  const found = await lockInspector(tx, scope, inspector);
  if (!found) return notFound();
  const { count } = await tx.recusal.deleteMany({ where: { inspectorId: found.id, enterpriseId: enterprise } });
  if (count === 0) return stale('这条回避已经取消。');
  record('inspector.recusalEnded', found.id, { enterprise });
  return ok(null);
}
