import 'server-only';
import { seedMessage } from '#domain/draw/messages.ts';
import { type DrawResult, drawFormat } from '#domain/draw/record.ts';
import { writeResult } from '#domain/draw/write-record.ts';
import { runCommand } from '#platform/command.ts';
import { hashText } from '#platform/entropy.ts';
import type { Job } from '#platform/jobs.ts';
import { runDraw } from '#platform/run-draw.ts';
import { systemScope } from '#platform/scope.ts';
import { gatherRun, type RunFacts } from '../queries/gather-run.ts';
import { type Computation, storeResult } from './store-result.ts';

type Asked = { readonly draw: string; readonly districtCode: string; readonly by: string | null };

/** The computation in a thread of its own; one that found no end is thrown, so that the queue tries again. */
async function compute({ frozen, poolHash, number, rounds }: RunFacts, { draw, by }: Asked): Promise<Computation> {
  const reveals = rounds.at(-1)?.parties.map(({ reveal }) => reveal ?? '') ?? [];
  const seed = hashText(seedMessage({ poolHash, reveals, number }));
  const worked = await runDraw(frozen, seed);
  if (worked.kind !== 'done') throw new Error(`a draw was not computed: ${worked.kind}`);
  if (worked.value.kind === 'infeasible') return { draw, by, ...worked.value };
  const value: DrawResult = { format: drawFormat, poolHash, rounds, number, seed, outcomes: worked.value.outcomes };
  const result = writeResult(value);
  return { draw, by, kind: 'result', seed, result, resultHash: hashText(result) };
}

/** Computes a draw and stores its result. Repeatable and killable at any point: nothing is stored before the end, and then once. */
export async function computeDraw(asked: Asked, requestId: string): Promise<void> {
  const { draw, districtCode } = asked;
  const facts = await gatherRun(districtCode, draw);
  if (!facts) return;
  const computation = await compute(facts, asked);
  const origin = { actor: { type: 'system' as const }, requestId, districtCode };
  await runCommand({ scope: systemScope(districtCode), origin, command: (context) => storeResult(context, computation) });
}

export const drawRun: Job<Asked> = { name: 'draw-run', run: computeDraw };
