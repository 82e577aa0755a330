import 'server-only';
import { approveFiling } from '#features/filing/commands/approve-filing.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { findBatch } from '../queries/load-visits.ts';

const addressOf = (batch: string) => `/filings/batches/${batch}`;

/** Closes a batch of which every item has its fate, and tells the heads what waits for them. */
export async function finishSending({ tx, scope, record }: Command<AgencyScope>, { batch: id }: { batch: string }): Promise<Outcome<null>> {
  const batch = await findBatch(tx, scope, id);
  if (!batch) return notFound();
  const waiting = await tx.filingBatchItem.count({ where: { batchId: id, status: 'waiting' } });
  if (batch.status !== 'sending' || waiting > 0) return stale('这一批还没有办完。');
  const [submitted, refused] = await Promise.all([
    tx.filingBatchItem.count({ where: { batchId: id, status: 'submitted' } }),
    tx.filingBatchItem.count({ where: { batchId: id, status: 'refused' } }),
  ]);
  await tx.filingBatch.updateMany({ where: { id, agencyCode: scope.agencyCode, status: 'sending' }, data: { status: 'sent' } });
  const heads: Notice = {
    to: { roles: ['agencyHead'], agencyCodes: [scope.agencyCode] },
    text: `批量备案：${submitted} 件待批准`,
    href: addressOf(id),
  };
  const author: Notice = {
    to: { userIds: [batch.authorId] },
    text: `批量备案已送完：${submitted} 件待批准，${refused} 件不能备案`,
    href: addressOf(id),
  };
  record('batch.filed', id, { submitted, refused, notices: submitted > 0 ? [heads, author] : [author] });
  return ok(null);
}

type One = { readonly batch: string; readonly position: number; readonly filing: string };

/** Approves one filing of a batch; what keeps it from being filed now is noted beside it. */
export async function approveItem(context: Command<AgencyScope>, { batch, position, filing }: One): Promise<Outcome<unknown>> {
  const { tx, record } = context;
  const outcome = await approveFiling(context, { filing });
  if (outcome.ok || (outcome.refusal.kind !== 'unlawful' && outcome.refusal.kind !== 'notPermitted')) return outcome;
  const isUnlawful = outcome.refusal.kind === 'unlawful';
  const say = isUnlawful ? '批准时判定不符合，没有备案' : '不能批准自己填报的备案';
  const verdict = outcome.refusal.kind === 'unlawful' ? { verdict: JSON.parse(JSON.stringify(outcome.refusal.verdict)) } : {};
  await tx.filingBatchItem.updateMany({ where: { batchId: batch, position }, data: { say, ...verdict } });
  record('batch.itemRefused', batch, { position, filing, say });
  return outcome;
}

/** Notes that the head's press was carried out, and tells who filled the batch in. */
export async function finishApproval(
  { tx, scope, record }: Command<AgencyScope>,
  { batch: id }: { batch: string },
): Promise<Outcome<null>> {
  const batch = await findBatch(tx, scope, id);
  if (!batch) return notFound();
  const filed = await tx.filingBatchItem.count({ where: { batchId: id, filing: { status: { not: 'submitted' } } } });
  const notice: Notice = { to: { userIds: [batch.authorId] }, text: `批量备案：负责人已批准，${filed} 件已办`, href: addressOf(id) };
  record('batch.settled', id, { filed, notices: [notice] });
  return ok(null);
}
