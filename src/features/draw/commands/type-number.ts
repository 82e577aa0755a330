import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import { sayInstant } from '#domain/calendar/wording.ts';
import type { Command } from '#platform/command.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { DrawScope } from '#platform/scope.ts';
import { type LockedDraw, lockDraw } from './lock-draw.ts';

function refuse({ status, publicNumber, round }: LockedDraw, now: Date): Outcome<never> | null {
  if (publicNumber === null) return stale('这次抽取没有用公共号码。');
  if (status !== 'committed' || !round?.parties.every(({ reveal }) => reveal !== null)) {
    return stale(['revealed', 'drawn', 'published'].includes(status) ? '公共号码已由两人核对确认。' : '各方都揭示以后再录入公共号码。');
  }
  const at = new Date(publicNumber.at);
  return now < at ? stale(`${publicNumber.lottery} ${publicNumber.issue} 期 ${sayInstant(at, dayOf(now))} 开奖，开奖后再录入。`) : null;
}

/**
 * One of two people types the digits of the public number. The same digits from two people make it; different ones stay beside each
 * other until one of the two has looked again.
 */
export async function typeNumber(
  { tx, scope, now, record }: Command<DrawScope>,
  input: { draw: string; digits: string },
): Promise<Outcome<{ draw: string }>> {
  const draw = await lockDraw(tx, { districtCode: scope.districtCode, id: input.draw });
  const isParty = draw?.round?.parties.some(({ agency }) => agency === scope.agencyCode) ?? scope.kind !== 'agency';
  if (!draw || !isParty) return notFound();
  const refused = refuse(draw, now);
  if (refused) return refused;
  const { digits } = input;
  const key = { drawId: draw.id, byId: scope.actor.id };
  await tx.drawNumber.upsert({ where: { drawId_byId: key }, create: { ...key, digits, at: now }, update: { digits, at: now } });
  const others = await tx.drawNumber.findMany({ where: { drawId: draw.id, byId: { not: scope.actor.id } } });
  const detail = { digits, publicNumber: draw.publicNumber, poolHash: draw.poolHash };
  if (others.some((other) => other.digits === digits)) {
    const data = { number: digits, numberAt: now, status: 'revealed' as const };
    await tx.draw.updateMany({ where: { id: draw.id, status: 'committed' }, data });
    record('draw.numberConfirmed', draw.id, detail);
    return ok({ draw: draw.id });
  }
  const isDifferent = others.length > 0;
  record(isDifferent ? 'draw.numberDiffered' : 'draw.numberTyped', draw.id, { ...detail, others: others.map((other) => other.digits) });
  return isDifferent ? stale('和另一人录入的不同，两次都已记录。请对照开奖公告各自重新录入，一致才算。') : ok({ draw: draw.id });
}
