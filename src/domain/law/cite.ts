import type { Citation } from './citation.ts';
import { type SourceId, sources } from './sources.ts';

/** A place in an instrument, for example cite('penaltyLaw', '第四十二条'). */
export function cite(source: SourceId, locator: string): Citation {
  return { instrument: sources[source].instrument, locator };
}

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'] as const;

/** A point of an instrument that only the press reported, for example 公开报道要点（五）. */
export function citeReported(source: SourceId, point: 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10): Citation {
  return cite(source, `公开报道要点（${numerals[point - 1]}）`);
}
