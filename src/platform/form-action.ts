import 'server-only';
import { parseWithZod } from '@conform-to/zod/v4';
import { refresh } from 'next/cache';
import { redirect } from 'next/navigation';
import type { z } from 'zod';
import { isPermitted, type Permission } from '#domain/access/permissions.ts';
import type { Verdict } from '#domain/law/verdict.ts';
import { type CommandFunction, runCommand } from './command.ts';
import { log } from './log.ts';
import { type FieldErrors, notPermitted, type Outcome, type Refusal } from './outcome.ts';
import { register } from './registry.ts';
import { requestId } from './request.ts';
import type { Actor } from './scope.ts';
import { loadActor } from './session.ts';

/** What a form shows after it was refused: errors per field, what was typed, and a verdict where the law refused. */
export type FormState = {
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly say: string | null;
  readonly verdict: Verdict | null;
  /** What a successful action says this one time and keeps nowhere, for example a new key. */
  readonly shown?: string | undefined;
};

/** Stay on the page, and show this once. */
export type ShowOnce = { readonly shown: string };

export type FormAction = (previous: FormState | null, form: FormData) => Promise<FormState>;

/** A named permission, any signed-in person, or anybody. */
export type Need = Permission | 'signedIn' | 'public';

type Definition<Scope, Schema extends z.ZodType, Value> = {
  readonly name: string;
  readonly permission: Need;
  /** Mints the scope, or null for an actor who has none of this kind. */
  readonly scope: (actor: Actor) => Scope | null;
  readonly input: Schema;
  readonly command: CommandFunction<Scope, z.output<Schema>, Value>;
  /** For an actor without a district: the one whose audit chain the event belongs to. */
  readonly district?: (input: z.output<Schema>) => string;
  /** Where to go afterwards; null, or something to show once, to stay on the page and see it anew; may set cookies first. */
  readonly then: (value: Value, input: z.output<Schema>) => string | null | ShowOnce | Promise<string | null>;
};

function wordsOf(refusal: Refusal): string | null {
  switch (refusal.kind) {
    case 'invalid':
      return null;
    case 'unlawful':
      return '现在不能备案，理由和可行的时间见下。';
    case 'notPermitted':
      return '您的岗位不能办理这一项。';
    case 'notFound':
      return '没有找到，可能已被撤回或删除。';
    case 'stale':
      return refusal.say;
  }
}

/** The form without the fields that the framework adds to reach its action. */
function ownFields(form: FormData): FormData {
  const own = new FormData();
  for (const [key, value] of form.entries()) if (!key.startsWith('$ACTION')) own.append(key, value);
  return own;
}

function valuesOf(form: FormData): FormState['values'] {
  const values: Record<string, string | string[]> = {};
  for (const key of new Set(form.keys())) {
    const all = form.getAll(key).filter((value) => typeof value === 'string');
    if (key !== 'password') values[key] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return values;
}

function refused(form: FormData, refusal: Refusal): FormState {
  return {
    errors: refusal.kind === 'invalid' ? refusal.fields : {},
    values: valuesOf(form),
    say: wordsOf(refusal),
    verdict: refusal.kind === 'unlawful' ? refusal.verdict : null,
  };
}

function permits(actor: Actor, need: Need): boolean {
  if (need === 'public') return true;
  return actor.type === 'user' && (need === 'signedIn' || isPermitted(actor.role, need));
}

async function run<Scope, Schema extends z.ZodType, Value>(
  definition: Definition<Scope, Schema, Value>,
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
  return runCommand({ scope, origin, command: (context) => definition.command(context, input) });
}

/**
 * The only door for server actions: session → permission → scope → zod → transaction → command → audit → redirect.
 * The form comes back with its errors and everything that was typed, with and without JavaScript.
 */
export function formAction<Scope, Schema extends z.ZodType, Value>(definition: Definition<Scope, Schema, Value>): FormAction {
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
