import { describe, expect, it } from 'vitest';
import { groundsOf, ruleIds } from '#domain/law/verdict.ts';
import { entryRules } from './entry-rules.ts';
import { at, factsWith, inspectorWith, policyWith } from './facts.fixture.ts';
import { judgeEntry } from './judge-entry.ts';

describe('judgeEntry', () => {
  it('allows the baseline visit and reports every rule in order', () => {
    const verdict = judgeEntry(factsWith());
    expect(groundsOf(verdict)).toEqual([]);
    expect(verdict).toMatchObject({ kind: 'allowed', policy: '990101@3', fixes: [] });
    expect(verdict.findings.map((finding) => finding.rule)).toEqual([...ruleIds]);
  });

  it('holds one rule for each id, with words for the public page', () => {
    expect(entryRules.map((rule) => rule.id)).toEqual([...ruleIds]);
    for (const rule of entryRules) {
      const words = [rule.title, rule.applies(policyWith()), rule.value(policyWith()), rule.sentence(policyWith())];
      expect(words.every((word) => word.length > 0 && !word.includes('undefined'))).toBe(true);
      expect(rule.basis(policyWith()).instrument).not.toBe('');
    }
  });

  it('shows all grounds at once and takes the strictest', () => {
    const facts = factsWith(
      { inspectors: [inspectorWith('U1')], enterprise: { ...factsWith().enterprise, undisturbed: true } },
      { start: at('2026-11-18 09:00'), end: at('2026-11-18 11:30') },
    );
    const verdict = judgeEntry(facts);
    expect(verdict.kind).toBe('forbidden');
    expect(groundsOf(verdict).map((ground) => ground.rule)).toEqual(['quiet-day', 'two-officers', 'white-list']);
  });

  it('a preview that only waits for approval is not refused', () => {
    expect(judgeEntry(factsWith({ approval: { state: 'pending' } })).kind).toBe('allowed');
  });

  it('gives the same verdict for the same facts, whatever was judged in between', () => {
    const first = judgeEntry(factsWith());
    judgeEntry(factsWith({ now: at('2027-01-01 00:00') }));
    expect(judgeEntry(factsWith())).toEqual(first);
  });
});
