'use client';

import { groundsOf, type Verdict } from '#domain/law/verdict.ts';
import { useFullAnswer } from '#ui/action-form.tsx';
import { VerdictPanel } from '#ui/verdict-panel.tsx';
import { GroundList } from './ground-list.tsx';

/** The grounds on which a command was refused just now, inside its form. */
export function VerdictAnswer() {
  const answer = useFullAnswer<{ verdict: Verdict | null }>();
  if (!answer?.verdict) return null;
  const grounds = groundsOf(answer.verdict).filter(({ outcome }) => outcome === 'forbidden');
  return (
    <VerdictPanel kind="no" title="现在不能备案" summary={`${grounds.length} 项不符合`} id="answer-verdict">
      <GroundList grounds={grounds} />
    </VerdictPanel>
  );
}
