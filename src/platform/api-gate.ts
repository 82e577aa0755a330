import 'server-only';
import type { Permission } from '#domain/access/permission.ts';
import { apiKeyPermissions } from '#domain/access/permissions.ts';
import { type Answer, toResponse } from './answer.ts';
import { findKey, type KeyActor } from './api-key.ts';
import { newId } from './entropy.ts';
import type { Kept } from './idempotency.ts';
import { log } from './log.ts';
import { problem } from './problem.ts';
import { takePoint } from './rate-limit.ts';
import type { Actor } from './scope.ts';
import { isUnavailable } from './unavailable.ts';

/** What a caller has to bring: a key with this permission, and a scope that it opens. */
export type Gate<Scope> = {
  readonly name: string;
  readonly permission: Permission;
  readonly scope: (actor: Actor) => Scope | null;
  /** What it means when nothing is found. */
  readonly missing?: string;
};
export type Admitted<Scope> = { readonly actor: KeyActor; readonly scope: Scope; readonly kept: Kept | null };

/** What Next calls for a route: the segments of the path arrive as a promise. */
export type Route = (request: Request, context: { params: Promise<Record<string, string>> }) => Promise<Response>;

/** Key, its limit, permission, scope, in this order; the first that fails answers. */
export async function admit<Scope>(gate: Gate<Scope>, request: Request, idempotencyKey: string | null): Promise<Admitted<Scope> | Answer> {
  const found = await findKey(request, idempotencyKey);
  if (!found) return problem('unauthorised', {}, { 'www-authenticate': 'Bearer realm="ningqi"' });
  const seconds = await takePoint('api', found.actor.id);
  if (seconds !== null) return problem('tooMany', {}, { 'retry-after': String(seconds) });
  const scope = apiKeyPermissions.includes(gate.permission) ? gate.scope(found.actor) : null;
  return scope === null ? problem('notPermitted') : { ...found, scope };
}

export function isAnswer(value: object | string): value is Answer {
  return typeof value === 'object' && 'status' in value && 'body' in value;
}

function failure(error: unknown, requestId: string): Answer {
  const unavailable = isUnavailable(error);
  log.error(
    { requestId, error: error instanceof Error ? { name: error.name, message: error.message, stack: error.stack } : String(error) },
    'api request failed',
  );
  return unavailable ? problem('unavailable', { requestId }, { 'retry-after': '5' }) : problem('internal', { requestId });
}

/** Runs one call: gives it an id of its own, answers failures without a word about their cause, and writes one line of log. */
export async function answerCall(name: string, work: (requestId: string) => Promise<Answer>): Promise<Response> {
  const requestId = newId();
  const answer = await work(requestId).catch((error: unknown) => failure(error, requestId));
  log.info({ requestId, call: name, status: answer.status }, 'api');
  return toResponse(answer, requestId);
}
