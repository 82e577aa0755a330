import { isoOf } from '#domain/calendar/iso.ts';
import { type Fix, groundsOf, type Verdict } from '#domain/law/verdict.ts';

function presentFix(fix: Fix): object {
  return 'start' in fix ? { ...fix, start: isoOf(fix.start), end: isoOf(fix.end) } : fix;
}

/** A verdict as the API gives it (design: api.md): its kind, the policy, every ground with its source, and what would be lawful. */
export function presentVerdict(verdict: Verdict): object {
  const grounds = groundsOf(verdict).map(({ rule, outcome, basis, say, facts }) => ({ rule, kind: outcome, basis, say, facts }));
  return { kind: verdict.kind, policy: verdict.policy, grounds, fixes: verdict.fixes.map(presentFix) };
}
