import { momentWords } from '#ui/words.ts';

/** A moment in words and for machines. */
export function Moment({ at, now }: { at: Date; now: Date }) {
  return <time dateTime={at.toISOString()}>{momentWords(at, now)}</time>;
}
