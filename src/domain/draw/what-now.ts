import type { Permission } from '#domain/access/permission.ts';
import type { Role } from '#domain/access/permissions.ts';
import { isPermitted } from '#domain/access/permissions.ts';
import type { DrawStatus } from './lifecycle.ts';
import type { PublicNumber } from './record.ts';

/** What a draw waits for, as far as lists and its page need it; `round` is the last one. */
export type DrawProgress = {
  readonly status: DrawStatus;
  readonly agencyCode: string;
  readonly publicNumber: PublicNumber | null;
  readonly objectionEnd: Date | null;
  readonly openObjections: number;
  readonly round: {
    readonly no: number;
    readonly failed: boolean;
    readonly commitEnd: Date;
    readonly revealEnd: Date | null;
    readonly parties: readonly { readonly agency: string; readonly commitment: string | null; readonly reveal: string | null }[];
  } | null;
  /** Whether it was found that the public number comes before a first round could end. */
  readonly isTooLate?: boolean;
  /** Agencies whose people typed the public number. */
  readonly typedBy: readonly string[];
};

export type DrawReader = { readonly id: string; readonly role: Role; readonly agencyCode: string };

/** The one thing that somebody can do for a draw now. */
export const drawActs = ['freeze', 'answer', 'commit', 'reveal', 'number', 'run', 'publish', 'retry', 'void'] as const;
export type DrawAct = (typeof drawActs)[number];

/** What the draw waits for, whoever does it; `objections`, `time`: nothing but the clock. */
export type Awaited = DrawAct | 'time' | 'nobody';

type Round = NonNullable<DrawProgress['round']>;

/** A round whose deadline has passed with somebody missing, though nobody has declared it yet. */
export function isRoundOver({ failed, commitEnd, revealEnd, parties }: Round, now: Date): boolean {
  return failed || (parties.some(({ reveal }) => reveal === null) && now >= (revealEnd ?? commitEnd));
}

/** After a round that is over: another one, or nothing but the end where fewer than two did their part, or the number is out already. */
function awaitedAfterRound({ parties, revealEnd }: Round, { publicNumber }: DrawProgress, now: Date): Awaited {
  const left = parties.filter(({ commitment, reveal }) => (revealEnd === null ? commitment : reveal) !== null);
  return left.length < 2 || isNumberOut(publicNumber, now) ? 'void' : 'retry';
}

const isNumberOut = (number: PublicNumber | null, now: Date): boolean => number !== null && now >= new Date(number.at);

function awaitedWhileFrozen(draw: DrawProgress, now: Date): Awaited {
  const { round, openObjections, objectionEnd, publicNumber, isTooLate } = draw;
  if (openObjections > 0) return 'answer';
  if (round) return isRoundOver(round, now) ? awaitedAfterRound(round, draw, now) : 'commit';
  if (objectionEnd && now < objectionEnd) return 'time';
  return isTooLate || isNumberOut(publicNumber, now) ? 'void' : 'commit';
}

function awaitedWhileCommitted(draw: DrawProgress, now: Date): Awaited {
  const { round, publicNumber } = draw;
  if (!round) return 'void';
  if (isRoundOver(round, now)) return awaitedAfterRound(round, draw, now);
  if (round.parties.some(({ reveal }) => reveal === null)) return 'reveal';
  return publicNumber && now < new Date(publicNumber.at) ? 'time' : 'number';
}

/** What a draw waits for now. */
export function findAwaited(draw: DrawProgress, now: Date): Awaited {
  switch (draw.status) {
    case 'prepared':
      return 'freeze';
    case 'frozen':
      return awaitedWhileFrozen(draw, now);
    case 'committed':
      return awaitedWhileCommitted(draw, now);
    case 'revealed':
      return 'run';
    case 'drawn':
      return 'publish';
    default:
      return 'nobody';
  }
}

const needs: Readonly<Record<DrawAct, Permission>> = {
  freeze: 'draw.freeze',
  answer: 'draw.answer',
  commit: 'draw.commit',
  reveal: 'draw.reveal',
  number: 'draw.number',
  run: 'draw.run',
  publish: 'draw.publish',
  retry: 'draw.retry',
  void: 'draw.void',
};

/** Whether this act is up to the reader: the lead's, a party's that has not done it yet, or the office's. */
function isUpTo({ agencyCode, round, typedBy }: DrawProgress, act: DrawAct, reader: DrawReader): boolean {
  const own = round?.parties.find(({ agency }) => agency === reader.agencyCode);
  if (act === 'freeze') return reader.agencyCode === agencyCode;
  if (act === 'run') return reader.role !== 'agencyFiler' || reader.agencyCode === agencyCode;
  if (act === 'commit') return round ? own?.commitment === null : reader.role !== 'agencyFiler' || reader.agencyCode === agencyCode;
  if (act === 'reveal') return own?.reveal === null;
  if (act === 'number') return own !== undefined && (!typedBy.includes(reader.agencyCode) || typedBy.length > 1);
  return true;
}

/** What the reader has to do for a draw now, or null: others or the clock are awaited. */
export function findAct(draw: DrawProgress, reader: DrawReader, now: Date): DrawAct | null {
  const awaited = findAwaited(draw, now);
  if (awaited === 'time' || awaited === 'nobody') return null;
  return isPermitted(reader.role, needs[awaited]) && isUpTo(draw, awaited, reader) ? awaited : null;
}
