'use client';

import { type Fix, groundsOf, type Verdict } from '#domain/law/verdict.ts';
import { GroundList } from '#features/filing/ui/ground-list.tsx';
import { useFullAnswer } from '#ui/action-form.tsx';
import { VerdictPanel } from '#ui/verdict-panel.tsx';
import { spanWords } from '#ui/words.ts';

function sayFix(fix: Fix): string | null {
  if (fix.kind === 'slot' || fix.kind === 'split')
    return `可改在 ${spanWords({ start: new Date(fix.start), end: new Date(fix.end) }, new Date(fix.start))}`;
  if (fix.kind === 'inspector') return `可加执法人员：${fix.note}（${fix.credentialNo}）`;
  return fix.kind === 'planEntry' ? `可用计划项：${fix.no}　${fix.note}` : null;
}

/** Why a change was refused just now, and what would be lawful instead. */
export function AmendAnswer() {
  const answer = useFullAnswer<{ verdict: Verdict | null }>();
  if (!answer?.verdict) return null;
  const grounds = groundsOf(answer.verdict).filter(({ outcome }) => outcome === 'forbidden');
  const fixes = answer.verdict.fixes.map(sayFix).filter((line) => line !== null);
  return (
    <VerdictPanel kind="no" title="现在不能这样变更" summary={`${grounds.length} 项不符合`} id="answer-verdict">
      <GroundList grounds={grounds} />
      <ul className="plain-list">
        {fixes.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </VerdictPanel>
  );
}
