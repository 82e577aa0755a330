import type { Citation } from './citation.ts';

/** The ids of the entry rules, in the order in which they are shown (design: rules.md). */
export const ruleIds = [
  'eligible-subject',
  'published-matter',
  'planned',
  'drawn',
  'trigger',
  'quiet-day',
  'filed-before',
  'two-officers',
  'joint',
  'same-matter-once',
  'frequency-cap',
  'interval',
  'white-list',
  'internal-approval',
  'territory-notice',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** What a verdict can be; a later one is stricter. */
export const verdictKinds = ['allowed', 'exempt', 'held', 'forbidden'] as const;
export type VerdictKind = (typeof verdictKinds)[number];

/**
 * What one rule found. Besides the four kinds: `notApplicable` (the rule does not concern this visit), `duty` (no refusal, an
 * obligation: tell the territory) and `pending` (only in a preview: the head has yet to approve).
 */
export type Outcome = VerdictKind | 'notApplicable' | 'duty' | 'pending';

/** Facts as shown to people and kept with the verdict: a Chinese label and what was found. */
export type FactsUsed = Readonly<Record<string, string>>;

export type Finding = {
  readonly rule: RuleId;
  readonly outcome: Outcome;
  /** One short line that names what is wrong, for example 所选日期是宁静日; for a rule that is met, what was found. */
  readonly title: string;
  /** The sentence that the user reads. */
  readonly say: string;
  readonly facts: FactsUsed;
  readonly basis: Citation;
};

/** A finding that keeps the visit from being simply allowed. */
export type Ground = Finding & { readonly outcome: 'exempt' | 'held' | 'forbidden' };

/** The smallest change that would make a forbidden visit lawful. */
export type Fix =
  | { readonly kind: 'slot'; readonly start: Date; readonly end: Date; readonly note: string }
  | { readonly kind: 'split'; readonly start: Date; readonly end: Date; readonly note: string }
  /** A filing to be joined, or null: a joint visit that its lead has yet to file, with the days on which it may lie. */
  | { readonly kind: 'join'; readonly filingNo: string | null; readonly start: Date; readonly end: Date; readonly note: string }
  | { readonly kind: 'inspector'; readonly credentialNo: string; readonly note: string }
  | { readonly kind: 'planEntry'; readonly no: string; readonly note: string }
  /** Nothing within the horizon: which ground never lifts, and until when. */
  | { readonly kind: 'none'; readonly rule: RuleId; readonly note: string };

export type Verdict = {
  readonly kind: VerdictKind;
  /** For example 431103@3. */
  readonly policy: string;
  /** Every rule's finding, in the order of `ruleIds`: the basis of «why on that day?». */
  readonly findings: readonly Finding[];
  readonly fixes: readonly Fix[];
};

export function isGround(finding: Finding): finding is Ground {
  return finding.outcome === 'exempt' || finding.outcome === 'held' || finding.outcome === 'forbidden';
}

/** All grounds, never only the first. */
export function groundsOf(verdict: Verdict): Ground[] {
  return verdict.findings.filter(isGround);
}

/** forbidden > held > exempt > allowed; anything that is no ground counts as allowed. */
export function strictest(findings: readonly Finding[]): VerdictKind {
  return verdictKinds[Math.max(0, ...findings.filter(isGround).map((ground) => verdictKinds.indexOf(ground.outcome)))] ?? 'allowed';
}
