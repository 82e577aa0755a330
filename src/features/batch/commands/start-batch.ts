import 'server-only';
import type { Command } from '#platform/command.ts';
import { invalid, type Outcome, ok } from '#platform/outcome.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { type ChosenOutcome, findEnterprises, findOutcomes } from '../queries/find-enterprises.ts';
import { loadBatchOpening } from '../queries/load-batch-opening.ts';
import { type BatchStart, mostItems } from '../schema.ts';
import { createBatch } from './keep-batch.ts';

/** Why these outcomes make no batch: somebody filed one meanwhile, or they come from several entries. */
function faultOf({ outcomes }: BatchStart, drawn: readonly ChosenOutcome[]): string | null {
  if (drawn.length < new Set(outcomes).size) return '所选企业中有的已经备案或不由本单位备案，请重新选择';
  return new Set(drawn.map(({ entryNo }) => entryNo)).size > 1 ? '一批用同一个计划项，请只选同一计划项的企业' : null;
}

/** Opens a batch for the enterprises chosen, filled in from a template or from what was drawn, a time proposed for each. */
export async function startBatch(context: Command<AgencyScope>, input: BatchStart): Promise<Outcome<{ batch: string }>> {
  const { tx, scope, record } = context;
  const drawn = await findOutcomes(tx, scope, input);
  const fault = faultOf(input, drawn);
  if (fault) return invalid({ outcomes: [fault] });
  const ids = [...drawn.map(({ enterprise }) => enterprise), ...input.enterprises];
  const { found, unknown } = await findEnterprises(tx, scope, { ids, text: input.codes });
  if (unknown.length > 0) return invalid({ codes: [`本区县没有这些代码的企业：${unknown.slice(0, 5).join('、')}`] });
  if (found.length === 0) return invalid({ codes: ['请选择企业，或粘贴统一社会信用代码'] });
  if (found.length > mostItems) return invalid({ codes: [`一批不超过 ${mostItems} 家`] });
  const body = await loadBatchOpening(tx, scope, { drawn, template: input.template });
  const batch = await createBatch(context, { body, enterprises: found.map(({ id }) => id) });
  record('batch.started', batch, { items: found.length });
  return ok({ batch });
}
