import 'server-only';
import { drawMoves, type VoidReason } from '#domain/draw/lifecycle.ts';
import type { Command } from '#platform/command.ts';
import { notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { OfficeScope } from '#platform/scope.ts';
import { findFilings } from '../queries/find-filings.ts';
import type { DrawRetry, DrawVoid } from '../schema.ts';
import { advanceDraw, openRound, tooLateForNumber } from './advance-draw.ts';
import { type LockedDraw, lockDraw } from './lock-draw.ts';
import { partVoidVisits } from './part-void-visits.ts';

type Done = Promise<Outcome<{ draw: string }>>;

/** Makes a draw void, sets its entries free and takes its joint visits apart; the record stays public for ever. False when it was void already. */
export async function markVoid(
  context: Command<OfficeScope>,
  draw: LockedDraw,
  { reason, note }: { reason: VoidReason; note: string },
): Promise<boolean> {
  const { tx, scope, now, record } = context;
  const { count } = await tx.draw.updateMany({
    where: { id: draw.id, districtCode: scope.districtCode, status: { notIn: ['prepared', 'void'] } },
    data: { status: 'void', voidedAt: now, voidedById: scope.actor.id, voidReason: reason, voidNote: note },
  });
  if (count === 0) return false;
  await tx.drawEntry.updateMany({ where: { drawId: draw.id }, data: { live: false } });
  await partVoidVisits(context, draw);
  const agencyCodes = [...new Set(draw.entries.map(({ agency }) => agency))];
  const text = `${draw.no}已作废，计划项可以重新准备抽取`;
  const told = { roles: ['agencyFiler' as const, 'agencyHead' as const], agencyCodes };
  const notices = [
    { to: told, text, href: `/drawing/${draw.id}` },
    { to: { roles: ['witness' as const, 'officeClerk' as const] }, text, href: `/drawing/${draw.id}` },
  ];
  record('draw.voided', draw.id, { no: draw.no, reason, note, before: draw.status, poolHash: draw.poolHash, notices });
  return true;
}

/** A director makes a draw void: never somebody who prepared, froze or drew it, and not while a filing stands on its outcome. */
export async function voidDraw(context: Command<OfficeScope>, input: DrawVoid): Done {
  const { tx, scope } = context;
  const draw = await lockDraw(tx, { districtCode: scope.districtCode, id: input.draw });
  if (!draw) return notFound();
  if (draw.status === 'prepared') return stale('名单还没有冻结，由准备的单位删除即可。');
  if (!drawMoves[draw.status].includes('void')) return stale('这次抽取已经作废。');
  if (draw.format === '') return stale('启用本规程前登记的结果不能在这里作废。');
  if ([draw.preparedById, draw.frozenById, draw.drawnById].includes(scope.actor.id)) {
    return stale('准备、冻结、抽取的人不能作废同一次抽取，请另一位主任办理。');
  }
  const filings = await findFilings(tx, { draw: draw.id });
  if (filings.length > 0) return stale(`已有备案用了这次抽取的结果（${filings.join('、')}）。请先撤回这些备案，再作废。`);
  return (await markVoid(context, draw, input)) ? ok({ draw: draw.id }) : stale('这次抽取已经作废。');
}

/** A director signs another round after one that failed: the same record, without those who withheld; two at least must remain. */
export async function retryDraw(context: Command<OfficeScope>, input: DrawRetry): Done {
  const { tx, scope, record } = context;
  const found = await lockDraw(tx, { districtCode: scope.districtCode, id: input.draw });
  if (!found) return notFound();
  const draw = await advanceDraw(context, found);
  const { round } = draw;
  if (draw.status !== 'frozen' || !round?.failed) return stale('没有作废的一轮，不需要另起。');
  const parties = round.parties.filter(({ withheld }) => !withheld).map(({ agency }) => agency);
  if (parties.length < 2) return stale('剩下的参加方不足两个，不能再抽。请作废，重新准备。');
  const isOpen = await openRound(context, draw, { no: round.no + 1, parties, signedById: scope.actor.id, note: input.note });
  if (!isOpen) return stale(tooLateForNumber);
  record('draw.retried', draw.id, { round: round.no + 1, parties, note: input.note, poolHash: draw.poolHash });
  return ok({ draw: draw.id });
}
