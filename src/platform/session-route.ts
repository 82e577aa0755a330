import 'server-only';
import type { z } from 'zod';
import type { Permission } from '#domain/access/permission.ts';
import { isPermitted } from '#domain/access/permissions.ts';
import type { Answer } from './answer.ts';
import { isForeignSite, parseInput, parseJson, readAddress, readBytes, readText, refuseShape } from './api-body.ts';
import { answerCall, isAnswer, type Route } from './api-gate.ts';
import { type CommandFunction, runStatements } from './command.ts';
import type { Statements } from './db.ts';
import { problem, refusalProblem } from './problem.ts';
import { register } from './registry.ts';
import type { Actor, UserActor } from './scope.ts';
import { loadActor } from './session.ts';

type Gate<Scope> = {
  readonly name: string;
  readonly permission: Permission;
  readonly scope: (actor: Actor) => Scope | null;
};

type Write<Scope, Schema extends z.ZodType, Value> = Gate<Scope> & {
  readonly input: Schema;
  readonly command: CommandFunction<Scope, z.output<Schema>, Value, Statements>;
  readonly respond: (value: Value) => Answer;
};

type Upload<Scope, Schema extends z.ZodType, Prepared, Value> = Gate<Scope> & {
  /** Of what stands in the address; the body is the file. */
  readonly input: Schema;
  readonly mostBytes: number;
  /** Reads the file outside of any transaction; null: it is none of the kinds that are taken. */
  readonly prepare: (bytes: Uint8Array) => Promise<Prepared | null>;
  readonly command: CommandFunction<Scope, z.output<Schema> & { readonly file: Prepared }, Value, Statements>;
  readonly respond: (value: Value) => Answer;
};

type Read<Scope, Value> = Gate<Scope> & { readonly query: (scope: Scope) => Promise<Value>; readonly respond: (value: Value) => Answer };

type Admitted<Scope> = { readonly actor: UserActor; readonly scope: Scope };

/** Whose thing a call brings, where it says so: somebody else may have signed in on the same phone while it was on the way. */
function isOthers(request: Request | null, { id }: UserActor): boolean {
  const owner = request?.headers.get('x-ningqi-owner') ?? id;
  return owner !== id;
}

/**
 * Session, permission, scope: 401 says that the session has ended, or is another person's than the one who did it, so that what the
 * phone holds waits for the right one.
 */
async function admit<Scope>(gate: Gate<Scope>, request: Request | null): Promise<Admitted<Scope> | Answer> {
  const actor = await loadActor();
  if (actor.type !== 'user' || isOthers(request, actor)) return problem('signedOut');
  const scope = isPermitted(actor.role, gate.permission) ? gate.scope(actor) : null;
  return scope === null ? problem('notPermitted') : { actor, scope };
}

type Run<Scope, Input, Value> = {
  readonly admitted: Admitted<Scope>;
  readonly input: Input;
  readonly requestId: string;
  readonly command: CommandFunction<Scope, Input, Value, Statements>;
};

async function run<Scope, Input, Value>({ admitted, input, requestId, command }: Run<Scope, Input, Value>) {
  const { actor, scope } = admitted;
  const origin = { actor, requestId, districtCode: actor.districtCode };
  return runStatements({ scope, origin, command: (context) => command(context, input) });
}

async function write<Scope, Schema extends z.ZodType, Value>(
  definition: Write<Scope, Schema, Value>,
  request: Request,
  requestId: string,
): Promise<Answer> {
  const refused = refuseShape(request);
  if (refused) return refused;
  const admitted = await admit(definition, request);
  if (isAnswer(admitted)) return admitted;
  const text = await readText(request);
  if (typeof text !== 'string') return text;
  const parsed = parseJson(definition.input, text);
  if (isAnswer(parsed)) return parsed;
  const outcome = await run({ admitted, input: parsed.input, requestId, command: definition.command });
  return outcome.ok ? definition.respond(outcome.value) : refusalProblem(outcome.refusal);
}

/**
 * The door for calls of our own pages that no form can make (an inspector's phone that was offline): body limit → type → site → session
 * → permission → scope → zod → transaction → command → audit → answer. A call may come again: its input names it.
 */
export function sessionRoute<Scope, Schema extends z.ZodType, Value>(definition: Write<Scope, Schema, Value>): Route {
  register({ name: definition.name, permission: definition.permission, channel: 'session' });
  return (request) => answerCall(definition.name, (requestId) => write(definition, request, requestId));
}

async function upload<Scope, Schema extends z.ZodType, Prepared, Value>(
  definition: Upload<Scope, Schema, Prepared, Value>,
  request: Request,
  requestId: string,
): Promise<Answer> {
  if (isForeignSite(request)) return problem('crossSite');
  const admitted = await admit(definition, request);
  if (isAnswer(admitted)) return admitted;
  const parsed = parseInput(definition.input, await readAddress(request, Promise.resolve({})));
  if (isAnswer(parsed)) return parsed;
  const bytes = await readBytes(request, definition.mostBytes);
  if (isAnswer(bytes)) return bytes;
  const file = await definition.prepare(bytes);
  if (file === null) return problem('wrongFile');
  const input = { ...(parsed.input as object), file } as z.output<Schema> & { readonly file: Prepared };
  const outcome = await run({ admitted, input, requestId, command: definition.command });
  return outcome.ok ? definition.respond(outcome.value) : refusalProblem(outcome.refusal);
}

/** The same door for a file: what is said of it stands in the address. */
export function sessionUpload<Scope, Schema extends z.ZodType, Prepared, Value>(definition: Upload<Scope, Schema, Prepared, Value>): Route {
  register({ name: definition.name, permission: definition.permission, channel: 'session' });
  return (request) => answerCall(definition.name, (requestId) => upload(definition, request, requestId));
}

/** The same door for reading: no transaction, no audit record. */
export function sessionQuery<Scope, Value>(definition: Read<Scope, Value>): Route {
  return () =>
    answerCall(definition.name, async () => {
      const admitted = await admit(definition, null);
      return isAnswer(admitted) ? admitted : definition.respond(await definition.query(admitted.scope));
    });
}
