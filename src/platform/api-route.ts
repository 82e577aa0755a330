import 'server-only';
import type { z } from 'zod';
import type { Answer } from './answer.ts';
import { parseInput, parseJson, readAddress, readText, refuseShape } from './api-body.ts';
import { type Admitted, admit, answerCall, type Gate, isAnswer, type Route } from './api-gate.ts';
import { type Command, type CommandFunction, runStatements } from './command.ts';
import type { Statements } from './db.ts';
import { findKept, hashBody, idempotencyKeyOf, keepAnswer, type Once, replay, TakenMeanwhile } from './idempotency.ts';
import type { Outcome } from './outcome.ts';
import { problem, refusalProblem } from './problem.ts';
import { register } from './registry.ts';
import { statements } from './statements.ts';

type Write<Scope, Schema extends z.ZodType, Value> = Gate<Scope> & {
  /** Where a call takes more than the usual 64 KB. */
  readonly mostBytes?: number;
  /** Of the body's fields and the names in the path. */
  readonly input: Schema;
  readonly command: CommandFunction<Scope, z.output<Schema>, Value, Statements>;
  readonly respond: (value: Value) => Answer;
};

type Read<Scope, Schema extends z.ZodType, Value> = Gate<Scope> & {
  /** Where the input stands: in the path and query, or in a JSON body. */
  readonly from: 'address' | 'body';
  readonly input: Schema;
  /** Null: the caller's scope holds no such thing. */
  readonly query: (scope: Scope, input: z.output<Schema>) => Promise<Value | null>;
  readonly respond: (value: Value) => Answer;
};

type Attempt<Scope, Input> = { readonly admitted: Admitted<Scope>; readonly input: Input; readonly once: Once; readonly requestId: string };

function missing({ missing }: { readonly missing?: string }): Answer {
  return problem('notFound', missing ? { detail: missing } : {});
}

function answerOf<Scope, Schema extends z.ZodType, Value>(definition: Write<Scope, Schema, Value>, outcome: Outcome<Value>): Answer {
  if (outcome.ok) return definition.respond(outcome.value);
  return outcome.refusal.kind === 'notFound' ? missing(definition) : refusalProblem(outcome.refusal);
}

/** Runs the command and keeps its answer with it. On a second try somebody else may have been answered for this key. */
async function runOnce<Scope, Schema extends z.ZodType, Value>(
  definition: Write<Scope, Schema, Value>,
  attempt: Attempt<Scope, z.output<Schema>>,
): Promise<Answer> {
  const { admitted, input, once, requestId } = attempt;
  let tries = 0;
  let answer: Answer | undefined;
  const command = async (context: Command<Scope, Statements>) => {
    const kept = tries++ > 0 ? await findKept(context.tx, once) : null;
    if (kept) throw new TakenMeanwhile(kept);
    return definition.command(context, input);
  };
  const afterwards = async (tx: Statements, outcome: Outcome<Value>) => {
    answer = answerOf(definition, outcome);
    await keepAnswer(tx, once, answer);
  };
  const origin = { actor: admitted.actor, requestId, districtCode: admitted.actor.districtCode };
  const outcome = await runStatements({ scope: admitted.scope, origin, command, afterwards });
  if (answer) return answer;
  // Refused without a record: unless the same call was answered at the same moment.
  const kept = await findKept(statements(), once);
  return kept ? replay(kept, once.bodyHash) : answerOf(definition, outcome);
}

async function write<Scope, Schema extends z.ZodType, Value>(
  definition: Write<Scope, Schema, Value>,
  { request, params }: { request: Request; params: Promise<Record<string, string>> },
  requestId: string,
): Promise<Answer> {
  const refused = refuseShape(request, definition.mostBytes);
  if (refused) return refused;
  const key = idempotencyKeyOf(request);
  const admitted = await admit(definition, request, key);
  if (isAnswer(admitted)) return admitted;
  if (key === null) return problem('idempotencyKeyMissing');
  const text = await readText(request, definition.mostBytes);
  if (typeof text !== 'string') return text;
  // Next gives nothing at all where the path has no names.
  const named: Readonly<Record<string, string>> = (await params) ?? {};
  const once = { ownerId: admitted.actor.id, key, bodyHash: hashBody([definition.name, ...Object.values(named)].join(' '), text) };
  if (admitted.kept) return replay(admitted.kept, once.bodyHash);
  const parsed = parseJson(definition.input, text, named);
  if (isAnswer(parsed)) return parsed;
  return runOnce(definition, { admitted, input: parsed.input, once, requestId }).catch((error: unknown) => {
    if (error instanceof TakenMeanwhile) return replay(error.kept, once.bodyHash);
    throw error;
  });
}

/**
 * The door for calls that write: body limit → type → site → key → limit → permission → scope → idempotency key → zod → transaction →
 * command → audit → answer. The same key with the same body is answered once, however often and however soon it is sent.
 */
export function apiRoute<Scope, Schema extends z.ZodType, Value>(definition: Write<Scope, Schema, Value>): Route {
  register({ name: definition.name, permission: definition.permission, channel: 'api' });
  return (request, { params }) => answerCall(definition.name, (requestId) => write(definition, { request, params }, requestId));
}

async function read<Scope, Schema extends z.ZodType, Value>(
  definition: Read<Scope, Schema, Value>,
  request: Request,
  params: Promise<Record<string, string>>,
): Promise<Answer> {
  const fromBody = definition.from === 'body';
  const refused = fromBody ? refuseShape(request) : null;
  if (refused) return refused;
  const admitted = await admit(definition, request, null);
  if (isAnswer(admitted)) return admitted;
  const text = fromBody ? await readText(request) : '';
  if (typeof text !== 'string') return text;
  const parsed = fromBody ? parseJson(definition.input, text) : parseInput(definition.input, await readAddress(request, params));
  if (isAnswer(parsed)) return parsed;
  const value = await definition.query(admitted.scope, parsed.input);
  return value === null ? missing(definition) : definition.respond(value);
}

/** The door for calls that change nothing: the same gates, no transaction, no idempotency key, no audit record. */
export function apiQuery<Scope, Schema extends z.ZodType, Value>(definition: Read<Scope, Schema, Value>): Route {
  register({ name: definition.name, permission: definition.permission, channel: 'api' });
  return (request, { params }) => answerCall(definition.name, () => read(definition, request, params));
}
