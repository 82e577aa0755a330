import 'server-only';
import type { Command } from '#platform/command.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import type { ObjectionAnswer } from '../schema.ts';
import { advanceDraw } from './advance-draw.ts';
import { type LockedDraw, lockDraw } from './lock-draw.ts';
import { markVoid } from './void-draw.ts';

/** To uphold is to make void: a director does it who neither prepared nor froze the draw. A clerk may reject. */
function refuseToUphold({ actor }: OfficeScope, { preparedById, frozenById }: LockedDraw): Outcome<never> | null {
  if (actor.role !== 'officeDirector') return invalid({ decision: ['异议成立就要作废这次抽取，请主任答复'] });
  if (![preparedById, frozenById].includes(actor.id)) return null;
  return invalid({ decision: ['准备、冻结的人不能认定异议成立，请另一位主任答复'] });
}

/** The office answers an objection, publicly; one that is upheld makes the draw void, and a new one may be prepared. */
export async function answerObjection(context: Command<OfficeScope>, input: ObjectionAnswer): Promise<Outcome<{ draw: string }>> {
  const { tx, scope, now, record } = context;
  const where = { id: input.objection, draw: { districtCode: scope.districtCode } };
  const objection = await tx.drawObjection.findFirst({ where, select: { drawId: true, no: true } });
  const draw = objection && (await lockDraw(tx, { districtCode: scope.districtCode, id: objection.drawId }));
  if (!objection || !draw) return notFound();
  if (draw.status !== 'frozen') return stale('这次抽取已不在异议阶段。');
  const upheld = input.decision === 'upheld';
  const refused = upheld ? refuseToUphold(scope, draw) : null;
  if (refused) return refused;
  const { count } = await tx.drawObjection.updateMany({
    where: { id: input.objection, answeredAt: null },
    data: { upheld, answer: input.answer, answeredAt: now, answeredById: scope.actor.id },
  });
  if (count === 0) return stale('这件异议已经答复。');
  const text = `${draw.no}第 ${objection.no} 件异议已答复：${upheld ? '成立，抽取作废' : '不成立'}`;
  const to = { roles: ['agencyFiler' as const, 'agencyHead' as const], agencyCodes: [draw.agencyCode] };
  const notices = [{ to, text, href: `/drawing/${draw.id}` }];
  record('draw.answered', draw.id, { objection: objection.no, upheld, poolHash: draw.poolHash, notices });
  if (upheld) await markVoid(context, draw, { reason: 'objectionUpheld', note: `第 ${objection.no} 件异议成立` });
  else await advanceDraw(context, { ...draw, openObjections: draw.openObjections - 1 });
  return ok({ draw: draw.id });
}
