import loadHighs from 'highs';
import type { MergeProblem, MergeTools } from '#domain/plan/merge/model.ts';
import { solveMerge } from '#domain/plan/merge/solve-merge.ts';
import { answer, takeInput, tellProgress } from './answer.ts';
import { solveBinary } from './solve-binary.ts';

/** What a run asks for: the problem, its time, and a flag that anybody may raise to get the best so far. */
export type SolveRequest = { readonly problem: MergeProblem; readonly seconds: number; readonly stop: SharedArrayBuffer };

const { problem, seconds: limit, stop } = takeInput<SolveRequest>();
const flag = new Int32Array(stop);
const highs = await loadHighs();
const began = performance.now();
const seconds = () => (performance.now() - began) / 1000;
const isOver = () => seconds() >= limit || Atomics.load(flag, 0) === 1;

const tools: MergeTools = {
  seconds,
  isOver,
  tell: tellProgress,
  solve: (program, start) => solveBinary(highs, { program, start }, { seconds: () => limit - seconds(), isOver }),
};
answer(solveMerge(problem, tools));
