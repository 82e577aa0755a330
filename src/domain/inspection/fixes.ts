import type { Fix, Verdict } from '#domain/law/verdict.ts';
import type { EntryFacts, FixOptions } from './facts.ts';
import { candidateIntervals } from './fixes/candidates.ts';
import { proposePlanEntries } from './fixes/entries.ts';
import { proposeJoins, proposeJointVisit } from './fixes/join.ts';
import { heldRules, isForbiddenBy, isLawful, movedTo } from './fixes/lawful.ts';
import { nameObstacle } from './fixes/obstacle.ts';
import { proposeInspectors } from './fixes/people.ts';
import { proposeSlots } from './fixes/slots.ts';
import { proposeSplit } from './fixes/split.ts';

/** Other times: the open part, the filing to join, the nearest three days; or why there is none. */
function proposeTimes(facts: EntryFacts, verdict: Verdict): Fix[] {
  const held = heldRules(verdict);
  if (isLawful(movedTo(facts, facts.visit), held)) {
    return [{ kind: 'none', rule: 'internal-approval', note: '换日期不能解决，先由单位负责人批准' }];
  }
  const candidates = candidateIntervals(facts);
  const split = isForbiddenBy(verdict, 'quiet-day') ? proposeSplit(facts, held) : [];
  const joins = isForbiddenBy(verdict, 'joint') ? proposeJoins(facts, held) : [];
  const jointVisit = proposeJointVisit(facts);
  if (jointVisit.length > 0) return jointVisit;
  const times = [...split, ...joins, ...proposeSlots(facts, candidates, held)];
  return times.length > 0 ? times : nameObstacle(facts, verdict, { candidates, held });
}

/**
 * The smallest changes that make a forbidden visit lawful, judged with the same facts and only the visit replaced. Times are lawful
 * once the head approves them; nothing is proposed for a visit that is not forbidden.
 */
export function proposeFixes(facts: EntryFacts, verdict: Verdict, options: FixOptions): Fix[] {
  if (verdict.kind !== 'forbidden') return [];
  const inspectors = isForbiddenBy(verdict, 'two-officers') ? proposeInspectors(facts, options) : [];
  const entries = isForbiddenBy(verdict, 'planned') ? proposePlanEntries(facts, options) : [];
  return [...proposeTimes(facts, verdict), ...inspectors, ...entries];
}
