// A program of its own, so that it can be killed: takes draws from wherever they stand to their publication, saying each step before it begins.
import { createInterface } from 'node:readline';
import { commitMessage } from '#domain/draw/messages.ts';
import { commitDraw, revealDraw } from '#features/draw/commands/commit-draw.ts';
import { computeDraw } from '#features/draw/commands/compute-draw.ts';
import { freezeDraw } from '#features/draw/commands/freeze-draw.ts';
import { prepareDraw } from '#features/draw/commands/prepare-draw.ts';
import { publishDraw } from '#features/draw/commands/publish-draw.ts';
import { requestDraw } from '#features/draw/commands/run-draw.ts';
import { type CommandFunction, runCommand } from '#platform/command.ts';
import { db } from '#platform/db.ts';
import { hashText } from '#platform/entropy.ts';
import { agencyScope, drawScope, officeScope, type UserActor } from '#platform/scope.ts';

/** Who acts, as the program is told. */
export type Actors = { readonly office: UserActor; readonly filer: UserActor; readonly witness: UserActor };
type Party = { readonly agencyCode: string; readonly commitment: string | null; readonly reveal: string | null };

const actors = JSON.parse(process.argv[2] ?? '') as Actors;
const say = (words: string) => process.stdout.write(`${words}\n`);
const scopesOf = (actor: UserActor) => ({ agency: agencyScope(actor), office: officeScope(actor), draw: drawScope(actor) });

async function step<Scope, Input>(
  name: string,
  actor: UserActor,
  work: { scope: Scope | null; command: CommandFunction<Scope, Input, unknown>; input: Input },
) {
  say(name);
  const { scope, command, input } = work;
  if (scope === null) throw new Error('no such scope');
  const origin = { actor, requestId: 'crash', districtCode: actor.districtCode };
  await runCommand({ scope, origin, command: (context) => command(context, input) });
}

const secretOf = (draw: string, party: string) => hashText(`${draw}/${party}`);

type Phase = 'commitment' | 'reveal';

async function nextOfParty({ id: draw, poolHash, parties }: { id: string; poolHash: string; parties: readonly Party[] }, phase: Phase) {
  for (const actor of [actors.office, actors.filer, actors.witness]) {
    if (parties.find(({ agencyCode }) => agencyCode === actor.agencyCode)?.[phase]) continue;
    const secret = secretOf(draw, actor.agencyCode);
    const scope = scopesOf(actor).draw;
    const commitment = hashText(commitMessage(poolHash, actor.agencyCode, secret));
    if (phase === 'commitment') return step('commit', actor, { scope, command: commitDraw, input: { draw, commitment } });
    return step('reveal', actor, { scope, command: revealDraw, input: { draw, secret } });
  }
}

/** One step on; false where the draw is published. */
async function goOn(entry: string): Promise<boolean> {
  const { office, filer } = actors;
  const live = await db().drawEntry.findFirst({
    where: { planEntryId: entry, live: true },
    select: {
      draw: { select: { id: true, status: true, record: { select: { poolHash: true } }, rounds: { include: { parties: true } } } },
    },
  });
  const [agency, draw] = [scopesOf(filer).agency, live?.draw.id ?? ''];
  const parties = live?.draw.rounds.at(-1)?.parties ?? [];
  const poolHash = live?.draw.record?.poolHash ?? '';
  if (!live) await step('prepare', filer, { scope: agency, command: prepareDraw, input: { entry, also: [] } });
  else if (live.draw.status === 'prepared') await step('freeze', filer, { scope: agency, command: freezeDraw, input: { draw } });
  else if (live.draw.status === 'frozen') await nextOfParty({ id: draw, poolHash, parties }, 'commitment');
  else if (live.draw.status === 'committed') await nextOfParty({ id: draw, poolHash, parties }, 'reveal');
  else if (live.draw.status === 'revealed') {
    await step('request', filer, { scope: agency, command: requestDraw, input: { draw } });
    say('compute');
    await computeDraw({ draw, districtCode: filer.districtCode, by: filer.id }, 'crash');
  } else if (live.draw.status === 'drawn')
    await step('publish', office, { scope: scopesOf(office).office, command: publishDraw, input: { draw } });
  else return false;
  return true;
}

say('ready');
for await (const entry of createInterface({ input: process.stdin })) {
  while (await goOn(entry)) {}
  say('done');
}
