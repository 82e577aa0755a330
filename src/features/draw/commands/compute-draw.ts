import 'server-only';
import { computeOutcomes } from '#domain/draw/compute-draw.ts';
import { seedMessage } from '#domain/draw/messages.ts';
import { type DrawResult, drawFormat, type FrozenRecord } from '#domain/draw/record.ts';
import { writeResult } from '#domain/draw/write-record.ts';
import { runCommand } from '#platform/command.ts';
import { hashText, hmacWith } from '#platform/entropy.ts';
import type { Job } from '#platform/jobs.ts';
import { systemScope } from '#platform/scope.ts';
import { gatherRun, type RunFacts } from '../queries/gather-run.ts';
import { type Computation, storeResult } from './store-result.ts';

type Asked = { readonly draw: string; readonly districtCode: string; readonly by: string | null };

function compute({ frozen, poolHash, number, rounds }: RunFacts, { draw, by }: Asked): Computation {
  const reveals = rounds.at(-1)?.parties.map(({ reveal }) => reveal ?? '') ?? [];
  const seed = hashText(seedMessage({ poolHash, reveals, number }));
  const computed = computeOutcomes(JSON.parse(frozen) as FrozenRecord, hmacWith(seed));
  if (computed.kind === 'infeasible') return { draw, by, ...computed };
  const value: DrawResult = { format: drawFormat, poolHash, rounds, number, seed, outcomes: computed.outcomes };
  const result = writeResult(value);
  return { draw, by, kind: 'result', seed, result, resultHash: hashText(result) };
}

/** Computes a draw and stores its result. Repeatable and killable at any point: nothing is stored before the end, and then once. */
export async function computeDraw(asked: Asked, requestId: string): Promise<void> {
  const { draw, districtCode } = asked;
  const facts = await gatherRun(districtCode, draw);
  if (!facts) return;
  const computation = compute(facts, asked);
  const origin = { actor: { type: 'system' as const }, requestId, districtCode };
  await runCommand({ scope: systemScope(districtCode), origin, command: (context) => storeResult(context, computation) });
}

export const drawRun: Job<Asked> = { name: 'draw-run', run: computeDraw };
