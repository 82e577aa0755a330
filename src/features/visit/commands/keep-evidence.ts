import 'server-only';
import type { Command } from '#platform/command.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { hashText } from '#platform/entropy.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { Picture } from '#platform/picture.ts';
import { gatherStep, lockByName, type VisitScope } from '../queries/gather-step.ts';
import type { EvidenceInput } from '../schema.ts';
import type { Received } from './record-step.ts';
import { newReceipt } from './store-step.ts';

type Kept = { receipt: string; own: boolean };

/**
 * Keeps a picture of the visit, without what the camera wrote into it, under the phone's id: the same picture twice has one receipt.
 * It belongs to the inspector's own agency's part, and to one of its matters where it names one.
 */
export async function keepEvidence(
  { tx, scope, record }: Command<VisitScope, Statements>,
  input: EvidenceInput & { readonly file: Picture },
): Promise<Outcome<Received>> {
  await lockByName(tx, scope, input.filing);
  const gathered = await gatherStep(tx, scope, { filing: input.filing, id: input.id, step: 'findingNoted', body: {} });
  if (!gathered?.isNamed) return notFound();
  const { file, id, filing } = input;
  const [known] = await tx.$queryRaw<
    Kept[]
  >(Prisma.sql`SELECT receipt, filing_id = ${filing}::uuid AND agency_code = ${scope.agencyCode} AS own
    FROM evidence WHERE id = ${id}::uuid`);
  if (known && !known.own) return stale('这个编号已经用于另一张照片。');
  const receipt = known?.receipt ?? newReceipt();
  if (!known) {
    const userId = scope.actor.type === 'user' ? scope.actor.id : null;
    await tx.$executeRaw(Prisma.sql`
      INSERT INTO evidence (id, filing_id, agency_code, matter_id, user_id, mime, bytes, sha256, size, device_at, received_at, receipt)
      VALUES (${id}::uuid, ${filing}::uuid, ${scope.agencyCode}, (SELECT matter_id FROM filing_matter JOIN matter ON matter.id = matter_id
          WHERE filing_id = ${filing}::uuid AND code = ${input.matter}), ${userId}::uuid, 'image/jpeg', ${file.bytes}, ${hashText(file.bytes)},
        ${file.bytes.byteLength}, ${input.deviceAt}, now(), ${receipt})`);
  }
  record(known ? 'visit.repeated' : 'evidence.added', filing, { agency: scope.agencyCode, evidence: id, receipt });
  return ok({ id, receipt, conflict: '', flags: [] });
}
