import 'server-only';
import { dayOf } from '#domain/calendar/local-day.ts';
import { sayInstant } from '#domain/calendar/wording.ts';
import { commitMessage } from '#domain/draw/messages.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { hashText } from '#platform/entropy.ts';
import { enqueue } from '#platform/jobs.ts';
import { invalid, notFound, type Outcome, ok, stale } from '#platform/outcome.ts';
import type { DrawScope } from '#platform/scope.ts';
import { advanceDraw, readRevealHours, tooLateForNumber } from './advance-draw.ts';
import { type LockedDraw, lockDraw, type Round } from './lock-draw.ts';

type Done = Promise<Outcome<{ draw: string }>>;
const hour = 3_600_000;

/** Why nobody commits now. */
function sayNoCommitment(draw: LockedDraw, now: Date): string {
  const { status, objectionEnd, openObjections, round } = draw;
  if (status === 'prepared') return '名单还没有冻结，先冻结再承诺。';
  if (status !== 'frozen') return '承诺已经齐全，不再接收新的承诺。';
  if (round?.failed) return '这一轮有参加方没有按期，已不算。请等主任签字另起一轮。';
  if (objectionEnd && now < objectionEnd) return `异议期到 ${sayInstant(objectionEnd, dayOf(now))} 结束，之后再承诺。`;
  return openObjections > 0 ? `还有 ${openObjections} 件异议没有答复，办公室答复后再承诺。` : tooLateForNumber;
}

const toParties = (round: Round, draw: LockedDraw, text: string): Notice[] => [
  {
    to: { roles: ['officeClerk', 'agencyFiler', 'witness'], agencyCodes: round.parties.map(({ agency }) => agency) },
    text,
    href: `/drawing/${draw.id}`,
  },
];

/** The draw as it stands now for a party of its last round; null where the actor's agency is none. */
async function findForParty(context: Command<DrawScope>, id: string): Promise<LockedDraw | null> {
  const { tx, scope } = context;
  const found = await lockDraw(tx, { districtCode: scope.districtCode, id });
  const draw = found && (await advanceDraw(context, found));
  if (!draw) return null;
  const isParty = draw.round ? draw.round.parties.some(({ agency }) => agency === scope.agencyCode) : true;
  return isParty && (draw.round !== null || scope.kind !== 'agency' || draw.agencyCode === scope.agencyCode) ? draw : null;
}

/** When all commitments stand nobody can change anything any more, and the time to reveal begins. */
async function closeCommitments({ tx, now, record }: Command<DrawScope>, draw: LockedDraw, round: Round): Promise<void> {
  const revealEnd = new Date(now.getTime() + (await readRevealHours(tx, draw.id)) * hour);
  await tx.drawRound.updateMany({ where: { drawId: draw.id, no: round.no, revealEnd: null }, data: { revealEnd } });
  await tx.draw.updateMany({ where: { id: draw.id, status: 'frozen' }, data: { status: 'committed', committedAt: now } });
  const notices = toParties(round, draw, `${draw.no}的承诺已齐，请在期限内揭示`);
  record('draw.commitmentsClosed', draw.id, { round: round.no, revealEnd, poolHash: draw.poolHash, notices });
}

/** A party hands in the hash of its random number; it stays, and the number itself is not sent before all have committed. */
export async function commitDraw(context: Command<DrawScope>, input: { draw: string; commitment: string }): Done {
  const { tx, scope, now, record } = context;
  const draw = await findForParty(context, input.draw);
  if (!draw) return notFound();
  const { round } = draw;
  if (draw.status !== 'frozen' || !round || round.failed) return stale(sayNoCommitment(draw, now));
  const own = round.parties.find(({ agency }) => agency === scope.agencyCode);
  if (own?.commitment) return stale('本方已经提交承诺，不能再改。');
  const { commitment } = input;
  if ((await tx.drawParty.count({ where: { commitment } })) > 0) return invalid({ commitment: ['这个承诺已经用过，请重新生成'] });
  const { count } = await tx.drawParty.updateMany({
    where: { drawId: draw.id, round: round.no, agencyCode: scope.agencyCode, commitment: null },
    data: { commitment, committedAt: now, committedById: scope.actor.id },
  });
  if (count === 0) return stale('本方已经提交承诺，不能再改。');
  record('draw.committed', draw.id, { round: round.no, party: scope.agencyCode, commitment, poolHash: draw.poolHash });
  const missing = round.parties.filter((party) => party.commitment === null && party.agency !== scope.agencyCode);
  if (missing.length === 0) await closeCommitments(context, draw, round);
  return ok({ draw: draw.id });
}

/** All have revealed: the seed is known, unless a public number takes part that is yet to come. */
async function closeReveals({ tx, now, record }: Command<DrawScope>, draw: LockedDraw, round: Round): Promise<void> {
  const status = draw.publicNumber === null ? ('revealed' as const) : ('committed' as const);
  await tx.draw.updateMany({ where: { id: draw.id, status: 'committed' }, data: { status, revealedAt: now } });
  // From here on everybody can compute the outcome: nobody decides whether it comes.
  if (status === 'revealed') await enqueue(tx, 'draw-run', { draw: draw.id, districtCode: draw.districtCode, by: null });
  const text = draw.publicNumber === null ? `${draw.no}已全部揭示，正在自动抽取` : `${draw.no}已全部揭示，开奖后请两方各派一人录入公共号码`;
  record('draw.revealsClosed', draw.id, { round: round.no, poolHash: draw.poolHash, notices: toParties(round, draw, text) });
}

/** A party shows its random number; it has to be the one that it committed to. */
export async function revealDraw(context: Command<DrawScope>, input: { draw: string; secret: string }): Done {
  const { tx, scope, now, record } = context;
  const draw = await findForParty(context, input.draw);
  if (!draw?.poolHash) return notFound();
  const { round } = draw;
  if (draw.status !== 'committed' || !round) return stale(draw.status === 'frozen' ? '承诺还没有齐，齐了再揭示。' : '揭示已经结束。');
  const own = round.parties.find(({ agency }) => agency === scope.agencyCode);
  if (own?.reveal) return stale('本方已经揭示。');
  if (hashText(commitMessage(draw.poolHash, scope.agencyCode, input.secret)) !== own?.commitment) {
    return invalid({ secret: ['和本方的承诺对不上。请用提交承诺时保存的那个随机数'] });
  }
  const { count } = await tx.drawParty.updateMany({
    where: { drawId: draw.id, round: round.no, agencyCode: scope.agencyCode, reveal: null },
    data: { reveal: input.secret, revealedAt: now, revealedById: scope.actor.id },
  });
  if (count === 0) return stale('本方已经揭示。');
  const detail = { round: round.no, party: scope.agencyCode, commitment: own.commitment, reveal: input.secret };
  record('draw.revealed', draw.id, { ...detail, poolHash: draw.poolHash });
  if (round.parties.every((party) => party.reveal !== null || party.agency === scope.agencyCode)) await closeReveals(context, draw, round);
  return ok({ draw: draw.id });
}
