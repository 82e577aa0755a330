'use client';

import { groundsOf, type Verdict } from '#domain/law/verdict.ts';
import { useFullAnswer } from '#ui/action-form.tsx';
import { Ground } from '#ui/ground.tsx';
import { VerdictPanel } from '#ui/verdict-panel.tsx';

/** The grounds on which a command was refused just now, inside its form. */
export function VerdictAnswer() {
  const answer = useFullAnswer<{ verdict: Verdict | null }>();
  if (!answer?.verdict) return null;
  const grounds = groundsOf(answer.verdict).filter(({ outcome }) => outcome === 'forbidden');
  return (
    <VerdictPanel kind="no" title="现在不能备案" summary={`${grounds.length} 项不符合`} id="answer-verdict">
      {grounds.map(({ rule, title, say, facts, basis }, index) => (
        <Ground
          key={rule}
          number={index + 1}
          title={title}
          facts={Object.entries(facts).map(([term, value]) => ({ term, value }))}
          source={{ name: basis.instrument, place: basis.locator, href: `/rules#${rule}` }}
        >
          {say}
        </Ground>
      ))}
    </VerdictPanel>
  );
}
