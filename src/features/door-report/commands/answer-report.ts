import 'server-only';
import type { Command } from '#platform/command.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';

/** The office's answer to a report from the door; whoever holds the receipt reads it. */
export async function answerReport(
  { tx, scope, now, record }: Command<OfficeScope>,
  { report: id, answer }: { report: string; answer: string },
): Promise<Outcome<null>> {
  const where = { id, districtCode: scope.districtCode };
  if (!(await tx.doorReport.findFirst({ where, select: { id: true } }))) return notFound();
  const data = { status: 'answered' as const, answer, answeredAt: now, answeredById: scope.actor.id };
  const { count } = await tx.doorReport.updateMany({ where: { ...where, status: 'open' }, data });
  if (count === 0) return stale('这件反映已经答复。');
  record('door.answered', id);
  return ok(null);
}
