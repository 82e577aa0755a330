// A program of its own, so that it can be killed: sends the steps of a visit as the phone's queue does, saying each receipt once it has it.
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { keepEvidence } from '#features/visit/commands/keep-evidence.ts';
import { type Received, recordStep } from '#features/visit/commands/record-step.ts';
import type { VisitScope } from '#features/visit/queries/gather-step.ts';
import { visitStepInput } from '#features/visit/schema.ts';
import { type CommandFunction, runStatements } from '#platform/command.ts';
import type { Statements } from '#platform/db.ts';
import { inspectorScope, type UserActor } from '#platform/scope.ts';

/** One item of the queue: a step as JSON, or a picture of a few bytes. */
export type Queued =
  | { readonly kind: 'step'; readonly input: unknown }
  | { readonly kind: 'photo'; readonly id: string; readonly filing: string };

const actor = JSON.parse(process.argv[2] ?? '') as UserActor;
const scope = inspectorScope(actor);
if (scope === null) throw new Error('no inspector');
const say = (words: string) => process.stdout.write(`${words}\n`);

async function run<Input>(command: CommandFunction<VisitScope, Input, Received, Statements>, input: Input): Promise<void> {
  const origin = { actor, requestId: 'crash', districtCode: actor.districtCode };
  const outcome = await runStatements({ scope: scope as VisitScope, origin, command: (context) => command(context, input) });
  say(outcome.ok ? `receipt ${outcome.value.id} ${outcome.value.receipt}` : `refused ${JSON.stringify(outcome.refusal)}`);
}

function send(item: Queued): Promise<void> {
  if (item.kind === 'step') return run(recordStep, visitStepInput.parse(item.input));
  const file = { bytes: new Uint8Array([0xff, 0xd8, 0xff, 0xd9]), width: 1, height: 1 };
  return run(keepEvidence, { id: item.id, filing: item.filing, matter: null, deviceAt: new Date(), sentAt: new Date(), file });
}

/** Sends until an answer came, as the phone does: an answer that was lost is no reason to forget the item. */
async function deliver(item: Queued): Promise<void> {
  for (let isSent = false; !isSent; ) {
    say('sending');
    isSent = await send(item).then(
      () => true,
      () => sleep(20).then(() => false),
    );
  }
}

say('ready');
for await (const line of createInterface({ input: process.stdin })) {
  for (const item of JSON.parse(line) as Queued[]) {
    await deliver(item);
  }
  say('done');
}
