import 'server-only';
import { parseWithZod } from '@conform-to/zod/v4';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import type { Permission } from '#domain/access/permission.ts';
import { isPermitted } from '#domain/access/permissions.ts';
import { type CommandFunction, runCommand } from './command.ts';
import { type FormState, ownFields, refused, type ShowOnce } from './form-state.ts';
import { log } from './log.ts';
import { notPermitted, type Outcome } from './outcome.ts';
import { register } from './registry.ts';
import { requestId } from './request.ts';
import type { Actor } from './scope.ts';
import { loadActor } from './session.ts';

export type FormAction = (previous: FormState | null, form: FormData) => Promise<FormState>;

/** A named permission, any signed-in person, or anybody. */
export type Need = Permission | 'signedIn' | 'public';

type Definition<Scope, Schema extends z.ZodType, Value, Prepared> = {
  readonly name: string;
  readonly permission: Need;
  /** Mints the scope, or null for an actor who has none of this kind. */
  readonly scope: (actor: Actor) => Scope | null;
  readonly input: Schema;
  /** What takes long and needs no transaction: it runs before one is opened, and gives the command its input. */
  readonly prepare?: (input: z.output<Schema>) => Promise<Prepared>;
  readonly command: CommandFunction<Scope, Prepared, Value>;
  /** For an actor without a district: the one whose audit chain the event belongs to. */
  readonly district?: (input: z.output<Schema>) => string;
  /** Where to go afterwards; null, or something to show once, to stay on the page and see it anew; may set cookies first. */
  readonly then: (value: Value, input: z.output<Schema>) => string | null | ShowOnce | Promise<string | null>;
};

function permits(actor: Actor, need: Need): boolean {
  if (need === 'public') return true;
  return actor.type === 'user' && (need === 'signedIn' || isPermitted(actor.role, need));
}

async function run<Scope, Schema extends z.ZodType, Value, Prepared>(
  definition: Definition<Scope, Schema, Value, Prepared>,
  input: z.output<Schema>,
): Promise<Outcome<Value>> {
  const actor = await loadActor();
  if (actor.type === 'public' && definition.permission !== 'public') redirect('/sign-in');
  const scope = permits(actor, definition.permission) ? definition.scope(actor) : null;
  const id = await requestId();
  if (scope === null) {
    log.warn({ requestId: id, action: definition.name, actor: actor.type === 'user' ? actor.id : actor.type }, 'not permitted');
    return notPermitted();
  }
  const districtCode = actor.type === 'public' ? (definition.district?.(input) ?? null) : actor.districtCode;
  const origin = { actor, requestId: id, districtCode };
  const prepared = definition.prepare ? await definition.prepare(input) : (input as unknown as Prepared);
  return runCommand({ scope, origin, command: (context) => definition.command(context, prepared) });
}

/**
 * The only door for server actions: session → permission → scope → zod → transaction → command → audit → redirect.
 * The form comes back with its errors and everything that was typed, with and without JavaScript.
 */
export function formAction<Scope, Schema extends z.ZodType, Value, Prepared = z.output<Schema>>(
  definition: Definition<Scope, Schema, Value, Prepared>,
): FormAction {
  register({ name: definition.name, permission: definition.permission, channel: 'form' });
  return async (_previous, sent) => {
    const form = ownFields(sent);
    const submission = parseWithZod(form, { schema: definition.input });
    if (submission.status !== 'success') {
      const errors = Object.fromEntries(Object.entries(submission.error ?? {}).map(([field, messages]) => [field, messages ?? []]));
      return refused(form, { kind: 'invalid', fields: errors });
    }
    const outcome = await run(definition, submission.value as z.output<Schema>);
    refresh();
    if (!outcome.ok) return refused(form, outcome.refusal);
    const target = await definition.then(outcome.value, submission.value as z.output<Schema>);
    if (typeof target === 'string') redirect(target);
    return { errors: {}, values: {}, say: null, verdict: null, shown: target?.shown };
  };
}
