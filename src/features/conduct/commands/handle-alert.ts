import 'server-only';
import type { Command } from '#platform/command.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';

/** The office says what it did about an alert; an alert is handled once. */
export async function handleAlert(
  { tx, scope, now, record }: Command<OfficeScope>,
  input: { alert: string; note: string },
): Promise<Outcome<{ alert: string }>> {
  const where = { id: input.alert, districtCode: scope.districtCode };
  const alert = await tx.alert.findFirst({ where, select: { kind: true } });
  if (!alert) return notFound();
  const { count } = await tx.alert.updateMany({
    where: { ...where, status: 'open' },
    data: { status: 'handled', handledAt: now, handledById: scope.actor.id, handledNote: input.note },
  });
  if (count === 0) return stale('这条提醒已经处理。');
  record('alert.handled', input.alert, { kind: alert.kind, reason: input.note });
  return ok({ alert: input.alert });
}
