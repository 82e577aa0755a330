import type { Verdict } from '#domain/law/verdict.ts';

/** A verdict as it was kept, with its instants as instants again. */
export function reviveVerdict(kept: Verdict): Verdict {
  const fixes = kept.fixes.map((fix) => ('start' in fix ? { ...fix, start: new Date(fix.start), end: new Date(fix.end) } : fix));
  return { ...kept, fixes };
}
