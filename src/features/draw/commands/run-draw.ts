import 'server-only';
import type { Command } from '#platform/command.ts';
import { enqueue } from '#platform/jobs.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { DrawScope } from '#platform/scope.ts';
import type { DrawId } from '../schema.ts';
import { lockDraw } from './lock-draw.ts';

const sayNotYet = {
  prepared: '名单还没有冻结。',
  frozen: '承诺还没有齐。',
  committed: '揭示或公共号码还没有齐。',
  drawn: '已经抽取，等办公室公布。',
  published: '已经抽取并公布。',
  void: '这次抽取已经作废。',
} as const;

/** The lead or the office asks for the draw to be computed once more: queued in this transaction, worked on after it. Pressed again it asks again, and nothing is drawn twice. */
export async function requestDraw({ tx, scope, record }: Command<DrawScope>, input: DrawId): Promise<Outcome<{ draw: string }>> {
  const draw = await lockDraw(tx, { districtCode: scope.districtCode, id: input.draw });
  if (!draw || (scope.kind !== 'office' && draw.agencyCode !== scope.agencyCode)) return notFound();
  if (draw.status !== 'revealed') return stale(sayNotYet[draw.status]);
  await enqueue(tx, 'draw-run', { draw: draw.id, districtCode: scope.districtCode, by: scope.actor.id });
  record('draw.requested', draw.id, { poolHash: draw.poolHash });
  return ok({ draw: draw.id });
}
