import 'server-only';
import { computePublicationDue, isComplete } from '#domain/finding/clock.ts';
import { type Outgoing, queueMessage } from '#features/outbox/commands/queue-message.ts';
import type { Command } from '#platform/command.ts';
import type { Tx } from '#platform/db.ts';
import { hashText, newPublicCode } from '#platform/entropy.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import { type FindingScope, gatherPart, lockPart, type Part } from '../queries/find-part.ts';
import { type Composed, gatherLetter } from '../queries/gather-letter.ts';
import { loadClock } from '../queries/load-clock.ts';

type Whole = Part & { readonly checkedInAt: Date; readonly checkedOutAt: Date };

/** Why no letter can be issued yet; the part with both instants where it can. */
function readyPart(part: Part): { readonly refused: Outcome<never> } | { readonly whole: Whole } {
  const { checkedInAt, checkedOutAt, isIssued, matters, findings } = part;
  if (isIssued) return { refused: stale('检查结果告知书已经发出。') };
  if (checkedInAt === null || checkedOutAt === null) return { refused: stale('离企签退以后才能发出告知书。') };
  const found = findings.map(({ matterId }) => matterId);
  const missing = matters.filter(({ id }) => !found.includes(id)).length;
  if (missing > 0) return { refused: stale(`还有 ${missing} 个事项没有录入结果。`) };
  if (
    !isComplete(
      matters.map(({ id }) => id),
      found,
    )
  )
    return { refused: stale('这次检查还没有事项，补报以后才能发出告知书。') };
  return { whole: { ...part, checkedInAt, checkedOutAt } };
}

/** Tells the enterprise that its letter lies behind a link: by text message, and by mail where it has given an address. */
async function tellEnterprise(
  tx: Tx,
  districtCode: string,
  { letter, phone, mail, code }: Composed & { readonly code: string },
): Promise<void> {
  const params = { filingNo: letter.filingNo, agency: letter.agency, enterprise: letter.enterprise.name, code };
  const to = (channel: Outgoing['channel'], recipient: string): Outgoing => ({
    districtCode,
    channel,
    recipient,
    template: 'letterIssued',
    params,
  });
  if (phone) await queueMessage(tx, to('sms', phone));
  if (mail) await queueMessage(tx, to('mail', mail));
}

/** Issues the result letter of the own agency's part: its text, hash and code never change, and its findings no longer do. */
export async function issueLetter(
  context: Command<FindingScope>,
  input: { filing: string },
): Promise<Outcome<{ filing: string; code: string }>> {
  const { tx, scope, now, record } = context;
  const id = await lockPart(tx, scope, input.filing);
  if (id === null) return notFound();
  const ready = readyPart(await gatherPart(tx, id, scope.agencyCode));
  if ('refused' in ready) return ready.refused;
  const clock = await loadClock(scope.districtCode, tx);
  const publishDue = computePublicationDue(clock.calendar, ready.whole.checkedOutAt, clock.valueOf('findingsPublicWorkingDays'));
  const composed = await gatherLetter(tx, ready.whole, { now, publishDue });
  const [body, code] = [JSON.stringify(composed.letter), newPublicCode()];
  const hash = hashText(body);
  const issuedById = scope.actor.type === 'user' ? scope.actor.id : null;
  await tx.resultLetter.create({
    data: { filingId: id, agencyCode: scope.agencyCode, code, issuedAt: now, issuedById, body, hash, publishDueDay: new Date(publishDue) },
  });
  await tellEnterprise(tx, scope.districtCode, { ...composed, code });
  record('letter.issued', id, { agency: scope.agencyCode, hash, publishDue });
  return ok({ filing: id, code });
}
