import 'server-only';
import type { z } from 'zod';
import { raiseAlert } from '#features/conduct/commands/raise-alert.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { newId } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { callAnswer } from '../schema.ts';

const shown = {
  agencyCode: true,
  confirmationNo: true,
  filing: { select: { enterpriseId: true, enterprise: { select: { name: true } } } },
} as const;

/**
 * Keeps that an enterprise rang up about an emergency; what differs from the record alerts the office. Told of the call, not of the
 * filing: agencies read a filing's history, and need not know who asked.
 */
export async function answerCall(
  { tx, scope, now, record }: Command<OfficeScope>,
  input: z.output<typeof callAnswer>,
): Promise<Outcome<null>> {
  const { districtCode } = scope;
  const emergency = await tx.emergency.findFirst({ where: { filingId: input.filing, districtCode }, select: shown });
  if (!emergency) return notFound();
  const differs = input.answer === 'notAsRecorded';
  if (differs && input.note === '') return invalid({ note: ['请写明企业看到的和记录有什么不同'] });
  const id = newId();
  await tx.emergencyCall.create({
    data: { id, filingId: input.filing, clerkId: scope.actor.id, at: now, answer: input.answer, note: input.note },
  });
  const { agencyCode, confirmationNo, filing } = emergency;
  const about = { filingId: input.filing, agencyCode, enterpriseId: filing.enterpriseId };
  const facts = { 来源: '企业来电', 确认号: confirmationNo, 企业所见: input.note };
  if (differs) await raiseAlert(tx, { districtCode, kind: 'notAsFiled', dedupe: id, ...about, facts });
  const to: Notice['to'] = { roles: ['officeClerk', 'officeDirector'] };
  const notices = differs ? [{ to, text: `${filing.enterprise.name}：来电核实，与紧急备案记录不符`, href: '/alerts' }] : [];
  record(differs ? 'emergency.contradicted' : 'emergency.confirmed', id, { confirmationNo, notices });
  return ok(null);
}
