import type { PublicNumber } from '#domain/draw/record.ts';
import { type DrawProgress, findAwaited } from '#domain/draw/what-now.ts';
import type { PublicDraw } from '../queries/load-public-draw.ts';

type Draw = PublicDraw['draw'];
export type Round = Draw['rounds'][number];

/** The draw as its page's address has it. */
export const addressOf = ({ draw }: PublicDraw) => ({ district: draw.districtCode, year: draw.year, serial: draw.serial });

/** 1,234 家. */
export const sayCount = (count: number, noun = '家') => `${count.toLocaleString('zh-CN')} ${noun}`;

/** The public number that was named beforehand, or null. */
export function publicNumberOf({ publicNumber }: Draw): PublicNumber | null {
  return publicNumber as PublicNumber | null;
}

/** The draw as the words about what it waits for need it. */
export function progressOf(draw: Draw): DrawProgress {
  const last = draw.rounds.at(-1);
  return {
    status: draw.status,
    agencyCode: draw.agency.code,
    publicNumber: publicNumberOf(draw),
    objectionEnd: draw.record?.objectionEnd ?? null,
    openObjections: draw.objections.filter(({ answeredAt }) => answeredAt === null).length,
    round: last
      ? {
          ...{ no: last.no, failed: last.failedAt !== null, commitEnd: last.commitEnd, revealEnd: last.revealEnd },
          parties: last.parties.map(({ agencyCode, commitment, reveal }) => ({ agency: agencyCode, commitment, reveal })),
        }
      : null,
    typedBy: [],
  };
}

/** Whether somebody whom the frozen record names may still object: until the period ends, and before the first round. */
export function isOpenToObjections({ draw, now }: PublicDraw): boolean {
  return draw.status === 'frozen' && draw.rounds.length === 0 && draw.record !== null && now < draw.record.objectionEnd;
}

/** Whether anything can still happen by itself, so that the page looks again. */
export const isUnderWay = (draw: Draw) => findAwaited(progressOf(draw), new Date(0)) !== 'nobody';

/** 三方, or how many there are. */
export const sayParties = (count: number) => `${'零一两三四五六七八九'[count] ?? count}方`;
