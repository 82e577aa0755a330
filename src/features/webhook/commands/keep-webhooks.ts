import 'server-only';
import type { Command } from '#platform/command.ts';
import { newId } from '#platform/entropy.ts';
import { enqueue } from '#platform/jobs.ts';
import { mayCall, webhookSecret } from '#platform/outbound.ts';
import { invalid, notFound, type Outcome, ok } from '#platform/outcome.ts';
import type { AdminScope } from '#platform/scope.ts';
import { findAgency } from '../queries/load-webhooks.ts';
import type { WebhookCreation } from '../schema.ts';

/** Tells a system of an agency of the district from now on. Its secret is in the answer and stored nowhere. */
export async function createWebhook(
  { tx, scope, record }: Command<AdminScope>,
  { agency, url, events }: WebhookCreation,
): Promise<Outcome<{ secret: string }>> {
  const found = await findAgency(tx, scope, agency);
  if (!found) return invalid({ agency: ['请选择本区县的单位'] });
  if (!mayCall(url)) return invalid({ url: ['不能发到内部网络的地址，也不能发到本机没有开放的端口'] });
  const id = newId();
  await tx.webhook.create({ data: { id, agencyCode: found.code, url, events, createdById: scope.actor.id } });
  record('webhook.created', id, { agency: found.code, url, events });
  return ok({ secret: webhookSecret(id) });
}

/** Ends a webhook: nothing more is sent to it, what waits neither. */
export async function revokeWebhook({ tx, scope, record, now }: Command<AdminScope>, input: { webhook: string }): Promise<Outcome<null>> {
  const where = { id: input.webhook, revokedAt: null, agency: { districtCode: scope.districtCode } };
  const { count } = await tx.webhook.updateMany({ where, data: { revokedAt: now } });
  if (count === 0) return notFound();
  await tx.webhookDelivery.updateMany({ where: { webhookId: input.webhook, nextAt: { not: null } }, data: { nextAt: null } });
  record('webhook.revoked', input.webhook);
  return ok(null);
}

/** Sends one delivery once more, under the same id, so that a receiver that has it already can tell. */
export async function redeliver({ tx, scope, record, now }: Command<AdminScope>, input: { delivery: string }): Promise<Outcome<null>> {
  const where = { id: input.delivery, webhook: { revokedAt: null, agency: { districtCode: scope.districtCode } } };
  const { count } = await tx.webhookDelivery.updateMany({ where, data: { nextAt: now, attempts: 0, deliveredAt: null, error: '' } });
  if (count === 0) return notFound();
  await enqueue(tx, 'webhook-send', { delivery: input.delivery });
  record('webhook.redelivered', input.delivery);
  return ok(null);
}
