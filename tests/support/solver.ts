import loadHighs from 'highs';
import type { MergeTools } from '#domain/plan/merge/model.ts';
import { solveBinary } from '#platform/workers/solve-binary.ts';

const highs = await loadHighs();

/** The solver, and a clock that stands still; `change` may let the time be up. */
export function toolsWith(change: Partial<MergeTools> = {}): MergeTools {
  return {
    ...{ seconds: () => 0, isOver: () => false, tell: () => undefined },
    solve: (program, start) => solveBinary(highs, { program, start }, { seconds: () => 30, isOver: () => false }),
    ...change,
  };
}
