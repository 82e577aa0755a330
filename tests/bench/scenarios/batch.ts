import { type Figures, median, runRounds } from '../rounds.ts';
import type { Found, Scenario } from '../scenario.ts';
import { apiRequest, type Target } from '../targets.ts';
import type { World } from '../world.ts';

const items = 200;
/** Batches at once: each takes a whole transaction, and those of one agency wait for each other's numbers. */
const atOnce = 4;

/** Calls of two hundred visits of one agency each, as long as there are any. */
function batchesOf(nextTarget: () => Target): () => Target {
  const waiting = new Map<string, Target[]>();
  return () => {
    for (;;) {
      const target = nextTarget();
      const own = [...(waiting.get(target.agency) ?? []), target];
      waiting.set(target.agency, own);
      if (own.length < items) continue;
      waiting.delete(target.agency);
      return { ...target, body: { items: own.map(({ body }) => body) } };
    }
  };
}

const perSecond = (rounds: readonly Figures[]) => median(rounds.map((round) => round.perSecond));

async function run({ options, databasePid, product, nextTarget }: World): Promise<Found> {
  const nextBatch = batchesOf(nextTarget);
  const single = {
    name: 'one by one',
    url: product.url,
    pid: product.pid,
    expect: 201,
    next: () => apiRequest(nextTarget(), '/api/v1/filings'),
  };
  const [one] = await runRounds([single], options, databasePid);
  const batch = { ...single, name: `batches of ${items}`, expect: 207, next: () => apiRequest(nextBatch(), '/api/v1/filings/batch') };
  const [many] = await runRounds([batch], { ...options, connections: Math.min(atOnce, options.connections) }, databasePid);
  if (!one || !many) throw new Error('nothing was measured');
  // Figures of a batch are told per item, so that both sides count visits.
  const rounds = many.rounds.map(({ perSecond: calls, serverMs, databaseMs, ...rest }) => ({
    ...{ ...rest, perSecond: calls * items, serverMs: serverMs / items, databaseMs: databaseMs / items },
  }));
  const ratio = perSecond(rounds) / perSecond(one.rounds);
  const notes = [`items a second in batches of ${items}: ${ratio.toFixed(2)} times the single calls`];
  return { measured: [{ side: many.side, rounds }, one], notes };
}

/** Two hundred lawful visits of one agency a call, against the same visits one call each. */
export const batch: Scenario = { title: 'POST /api/v1/filings/batch, per item', goal: 5, run };
