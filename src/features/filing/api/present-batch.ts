import { problem, refusalProblem } from '#platform/problem.ts';
import type { BatchAnswer } from '../commands/file-batch.ts';
import { presentSettled } from './present-filing.ts';

/** One item of a batch's answer: what the call for it alone would have been answered, with its status. */
export function presentBatchItem(answer: BatchAnswer): object {
  if (!('ok' in answer)) return answer.body;
  if (answer.ok) return { status: 201, filing: presentSettled(answer.value) };
  if (answer.refusal.kind === 'notFound') return problem('notFound', { detail: '本区县没有这个统一社会信用代码的企业' }).body;
  return refusalProblem(answer.refusal).body;
}
