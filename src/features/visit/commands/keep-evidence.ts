import 'server-only';
import { readHappened } from '#domain/visit/happened.ts';
import { judgePicture, mostPictures, type PictureVerdict } from '#domain/visit/judge-picture.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Statements } from '#platform/db.ts';
import { hashText } from '#platform/entropy.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { Picture } from '#platform/picture.ts';
import { type GatheredPicture, gatherPicture } from '../queries/gather-picture.ts';
import { type GatheredStep, gatherStep, lockByName, type VisitScope } from '../queries/gather-step.ts';
import type { EvidenceInput } from '../schema.ts';
import { alertOfPicture } from './alert-step.ts';
import type { Received } from './record-step.ts';
import { newReceipt } from './store-step.ts';

type Context = Command<VisitScope, Statements>;
type Taken = EvidenceInput & { readonly file: Picture };

const refusals: Readonly<Record<Exclude<PictureVerdict['kind'], 'keep'>, () => Outcome<never>>> = {
  unknown: notFound,
  foreignMatter: () => invalid({ matter: ['这个事项不在本单位的检查事项之内'] }),
  full: () => stale(`本单位的照片已有 ${mostPictures} 张，不再接收。`),
};

function judge(context: Context, input: Taken, { step, picture }: { step: GatheredStep; picture: GatheredPicture }): PictureVerdict {
  const { deviceAt, sentAt } = input;
  const { late } = readHappened({ deviceAt, sentAt, receivedAt: context.now, filedAt: step.filedAt });
  return judgePicture({ ...picture, isNamed: step.isNamed, late, isForeignMatter: input.matter !== null && picture.matterId === null });
}

async function insertPicture(
  { tx, scope }: Context,
  { id, filing, file, deviceAt }: Taken,
  kept: { readonly receipt: string; readonly conflict: string; readonly matterId: string | null },
): Promise<void> {
  const userId = scope.actor.type === 'user' ? scope.actor.id : null;
  await tx.$executeRaw(Prisma.sql`
    INSERT INTO evidence (id, filing_id, agency_code, matter_id, user_id, mime, bytes, sha256, size, device_at, received_at, receipt, conflict)
    VALUES (${id}::uuid, ${filing}::uuid, ${scope.agencyCode}, ${kept.matterId}::uuid, ${userId}::uuid, 'image/jpeg', ${file.bytes},
      ${hashText(file.bytes)}, ${file.bytes.byteLength}, ${deviceAt}, now(), ${kept.receipt}, ${kept.conflict})`);
}

function repeated({ record }: Context, { id, filing }: Taken, known: NonNullable<GatheredPicture['known']>): Outcome<Received> {
  if (!known.own) return stale('这个编号已经用于另一张照片。');
  record('visit.repeated', filing, { evidence: id, receipt: known.receipt });
  return ok({ id, receipt: known.receipt, conflict: known.conflict, flags: [] });
}

/**
 * Keeps a picture of the visit, without what the camera wrote into it, under the phone's id: the same picture twice has one receipt.
 * It belongs to the inspector's own agency's part, and to one of its matters where it names one. What was taken without a line and
 * contradicts the record by now is kept with why, for the phone may hold the only copy.
 */
export async function keepEvidence(context: Context, input: Taken): Promise<Outcome<Received>> {
  const { tx, scope, record } = context;
  await lockByName(tx, scope, input.filing);
  const step = await gatherStep(tx, scope, { filing: input.filing, id: input.id, step: 'findingNoted', body: {} });
  if (!step) return notFound();
  const picture = await gatherPicture(tx, scope, input);
  if (picture.known) return repeated(context, input, picture.known);
  const verdict = judge(context, input, { step, picture });
  if (verdict.kind !== 'keep') return refusals[verdict.kind]();
  const [receipt, { conflict }] = [newReceipt(), verdict];
  await insertPicture(context, input, { receipt, conflict, matterId: picture.matterId });
  const notices = await alertOfPicture(tx, scope, { gathered: step, id: input.id, conflict });
  const event = conflict === '' ? 'evidence.added' : 'visit.conflicted';
  record(event, input.filing, { agency: scope.agencyCode, evidence: input.id, receipt, notices });
  return ok({ id: input.id, receipt, conflict, flags: [] });
}
