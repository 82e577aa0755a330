import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import { sayInstant } from '#domain/calendar/wording.ts';
import { lotteryDigits } from '#domain/draw/lotteries.ts';
import type { Command } from '#platform/command.ts';
import { enqueue } from '#platform/jobs.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { DrawScope } from '#platform/scope.ts';
import { type LockedDraw, lockDraw } from './lock-draw.ts';

function refuse({ status, publicNumber, round }: LockedDraw, now: Date): Outcome<never> | null {
  if (publicNumber === null) return stale('这次抽取没有用公共号码。');
  if (status !== 'committed' || !round?.parties.every(({ reveal }) => reveal !== null)) {
    return stale(['revealed', 'drawn', 'published'].includes(status) ? '公共号码已由两方核对确认。' : '各方都揭示以后再录入公共号码。');
  }
  const at = new Date(publicNumber.at);
  return now < at ? stale(`${publicNumber.lottery} ${publicNumber.issue} 期 ${sayInstant(at, dayOf(now))} 开奖，开奖后再录入。`) : null;
}

/** The shape of the number was settled with the lottery, before anybody could know the seed: nobody chooses among several writings. */
function refuseDigits({ publicNumber }: LockedDraw, digits: string): Outcome<never> | null {
  const length = lotteryDigits.get(publicNumber?.lottery ?? '');
  return digits.length === length ? null : invalid({ digits: [`${publicNumber?.lottery}的号码连写是 ${length} 位数字`] });
}

/** The two agree: the number stands and the draw is computed, whoever might rather not. */
async function confirm({ tx, scope, now, record }: Command<DrawScope>, draw: LockedDraw, digits: string): Promise<void> {
  const data = { number: digits, numberAt: now, status: 'revealed' as const };
  await tx.draw.updateMany({ where: { id: draw.id, status: 'committed' }, data });
  await enqueue(tx, 'draw-run', { draw: draw.id, districtCode: scope.districtCode, by: null });
  record('draw.numberConfirmed', draw.id, { digits, publicNumber: draw.publicNumber, poolHash: draw.poolHash });
}

/** The digits as somebody of another party typed them: one party alone never makes the number. */
async function typeBeside({ tx, scope, now }: Command<DrawScope>, draw: LockedDraw, digits: string): Promise<string[]> {
  const key = { drawId: draw.id, byId: scope.actor.id };
  await tx.drawNumber.upsert({ where: { drawId_byId: key }, create: { ...key, digits, at: now }, update: { digits, at: now } });
  const where = { drawId: draw.id, by: { agencyCode: { not: scope.agencyCode } } };
  return (await tx.drawNumber.findMany({ where, select: { digits: true } })).map((other) => other.digits);
}

/**
 * One of two people types the digits of the public number. The same digits from people of two parties make it, and of two parties one
 * is the office or the witness; different ones stay beside each other until one of the two has looked again.
 */
export async function typeNumber(context: Command<DrawScope>, input: { draw: string; digits: string }): Promise<Outcome<{ draw: string }>> {
  const { tx, scope, now, record } = context;
  const draw = await lockDraw(tx, { districtCode: scope.districtCode, id: input.draw });
  const isParty = draw?.round?.parties.some(({ agency }) => agency === scope.agencyCode) ?? scope.kind !== 'agency';
  if (!draw || !isParty) return notFound();
  const { digits } = input;
  const refused = refuse(draw, now) ?? refuseDigits(draw, digits);
  if (refused) return refused;
  const others = await typeBeside(context, draw, digits);
  if (others.includes(digits)) {
    await confirm(context, draw, digits);
    return ok({ draw: draw.id });
  }
  const isDifferent = others.length > 0;
  const detail = { digits, publicNumber: draw.publicNumber, poolHash: draw.poolHash, others };
  record(isDifferent ? 'draw.numberDiffered' : 'draw.numberTyped', draw.id, detail);
  return isDifferent ? stale('和另一方录入的不同，两次都已记录。请对照开奖公告各自重新录入，一致才算。') : ok({ draw: draw.id });
}
