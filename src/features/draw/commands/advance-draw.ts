import 'server-only';
import type { PublicNumber } from '#domain/draw/record.ts';
import type { Notice } from '#platform/audit.ts';
import type { Command } from '#platform/command.ts';
import { Prisma, type Tx } from '#platform/db.ts';
import type { DrawScope, SystemScope } from '#platform/scope.ts';
import { type LockedDraw, lockDraw, type Round } from './lock-draw.ts';

type Ceremony = Command<DrawScope | SystemScope>;
type Terms = { readonly hours: { readonly commit: number; readonly reveal: number }; readonly parties: readonly string[] };

const hour = 3_600_000;

/** Hours and parties as they were frozen, cut out of the text: a record may be a hundred megabytes, and these two are short. */
async function readTerms(tx: Tx, draw: string): Promise<Terms> {
  const cut = (name: string, form: string) =>
    Prisma.sql`substring(substr(frozen, strpos(frozen, ${`"${name}":`}) + ${name.length + 3}, 2000) from ${form})::json AS ${Prisma.raw(name)}`;
  const [terms] = await tx.$queryRaw<Terms[]>(
    Prisma.sql`SELECT ${cut('hours', '^\\{[^}]*\\}')}, ${cut('parties', '^\\[[^\\]]*\\]')} FROM draw_record WHERE draw_id = ${draw}::uuid`,
  );
  if (!terms) throw new Error('a frozen draw has no record');
  return terms;
}

/** Until when a round may run: its reveals end before the public number exists. Null where that cannot be kept any more. */
function endsOf(now: Date, { hours }: Terms, number: PublicNumber | null): { commitEnd: Date } | null {
  const end = now.getTime() + (hours.commit + hours.reveal) * hour;
  if (number !== null && end > Date.parse(number.at)) return null;
  return { commitEnd: new Date(now.getTime() + hours.commit * hour) };
}

export const tooLateForNumber = '公共号码开奖前已来不及完成承诺和揭示。请主任作废，选更晚的一期重新准备。';

type NewRound = { readonly no: number; readonly parties: readonly string[]; readonly signedById: string | null; readonly note: string };

/** Opens a round for these parties; false where the public number would come too early. */
export async function openRound({ tx, now, record }: Ceremony, draw: LockedDraw, round: NewRound): Promise<boolean> {
  const ends = endsOf(now, await readTerms(tx, draw.id), draw.publicNumber);
  if (ends === null) return false;
  const { no, parties, signedById, note } = round;
  await tx.drawRound.create({ data: { drawId: draw.id, no, openedAt: now, ...ends, signedById, signedNote: note } });
  await tx.drawParty.createMany({ data: parties.map((agencyCode, position) => ({ drawId: draw.id, round: no, agencyCode, position })) });
  const text = `${draw.no}第 ${no} 轮开始，请在期限内提交承诺`;
  const notices: Notice[] = [
    { to: { roles: ['officeClerk', 'agencyFiler', 'witness'], agencyCodes: parties }, text, href: `/drawing/${draw.id}` },
  ];
  record('draw.opened', draw.id, { round: no, parties, ...ends, poolHash: draw.poolHash, notices });
  return true;
}

/** How long the parties of a round have to reveal, in hours. */
export async function readRevealHours(tx: Tx, draw: string): Promise<number> {
  return (await readTerms(tx, draw)).hours.reveal;
}

function isOverdue({ commitEnd, revealEnd, failed, parties }: Round, now: Date): boolean {
  if (failed || parties.every(({ reveal }) => reveal !== null)) return false;
  return now >= (revealEnd ?? commitEnd);
}

/** The round is over and somebody withheld: named for ever, and the draw waits for a director with the same record. */
async function failRound({ tx, now, record }: Ceremony, draw: LockedDraw, round: Round): Promise<void> {
  const phase = round.revealEnd === null ? ('commitment' as const) : ('reveal' as const);
  const withheld = round.parties.filter((party) => party[phase] === null).map(({ agency }) => agency);
  const key = { drawId: draw.id, round: round.no };
  await tx.drawParty.updateMany({ where: { ...key, agencyCode: { in: withheld }, withheldAt: null }, data: { withheldAt: now } });
  await tx.drawRound.updateMany({ where: { drawId: draw.id, no: round.no, failedAt: null }, data: { failedAt: now } });
  await tx.draw.updateMany({ where: { id: draw.id, status: 'committed' }, data: { status: 'frozen', committedAt: null } });
  const text = `${draw.no}第 ${round.no} 轮有参加方未按期${phase === 'reveal' ? '揭示' : '承诺'}，本轮不算。请签字另起一轮，或作废`;
  const notices: Notice[] = [{ to: { roles: ['officeDirector', 'officeClerk'] }, text, href: `/drawing/${draw.id}` }];
  record('draw.roundFailed', draw.id, { round: round.no, phase, withheld, poolHash: draw.poolHash, notices });
}

function isReadyToOpen({ status, round, objectionEnd, openObjections }: LockedDraw, now: Date): boolean {
  return status === 'frozen' && round === null && objectionEnd !== null && now >= objectionEnd && openObjections === 0;
}

/** Nothing opens any more where the public number comes too early: a director hears of it, once. Gives the draw unchanged. */
async function tellTooLate({ tx, record }: Ceremony, draw: LockedDraw): Promise<LockedDraw> {
  const told = await tx.auditRecord.count({ where: { subject: draw.id, event: 'draw.numberMissed' } });
  const text = `${draw.no}：${tooLateForNumber}`;
  const notices: Notice[] = [{ to: { roles: ['officeDirector', 'officeClerk'] }, text, href: `/drawing/${draw.id}` }];
  if (told === 0) record('draw.numberMissed', draw.id, { publicNumber: draw.publicNumber, poolHash: draw.poolHash, notices });
  return draw;
}

/**
 * What the clock alone decides, done by whoever comes next: the first round opens when the objection period is over and every
 * objection answered; a round past its deadline fails. Gives the draw as it then stands; `draw` is locked.
 */
export async function advanceDraw(context: Ceremony, draw: LockedDraw): Promise<LockedDraw> {
  const { tx, now } = context;
  const { round } = draw;
  if (isReadyToOpen(draw, now)) {
    const { parties } = await readTerms(tx, draw.id);
    if (!(await openRound(context, draw, { no: 1, parties, signedById: null, note: '' }))) return tellTooLate(context, draw);
  } else if (round && ['frozen', 'committed'].includes(draw.status) && isOverdue(round, now)) await failRound(context, draw, round);
  else return draw;
  return (await lockDraw(tx, draw)) ?? draw;
}
