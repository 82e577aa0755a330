import { judgeEntry } from '#domain/inspection/judge-entry.ts';
import { type FilingDraft, isStanding } from '../builders/filing-draft.ts';
import { factsOf } from './facts.ts';
import type { Story } from './story.ts';
import type { OpenEntry } from './year-plan.ts';

type Instant = { readonly draft: FilingDraft; readonly now: Date };

function inOrder(drafts: readonly FilingDraft[]): Instant[] {
  const judged = drafts.map((draft) => ({ draft, now: draft.approvedAt ?? draft.start }));
  return judged.sort((a, b) => a.now.getTime() - b.now.getTime());
}

/** Judges every draft by the rules as things stood at its approval, so that each filing carries the verdict it would have had. */
export function judgeAll(story: Story, entries: readonly OpenEntry[], drafts: readonly FilingDraft[]): FilingDraft[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const used = new Map<string, number>();
  const visits = new Map<string, FilingDraft[]>();
  const judged = new Map<FilingDraft, FilingDraft>();
  for (const { draft, now } of inOrder(drafts)) {
    const id = draft.planEntry?.id ?? '';
    const earlier = visits.get(draft.uscc) ?? [];
    const verdict = judgeEntry(factsOf(story, draft, { now, entry: byId.get(id), used: used.get(id) ?? 0, earlier, others: [] }));
    judged.set(draft, { ...draft, verdict });
    if (!isStanding(draft)) continue;
    used.set(id, (used.get(id) ?? 0) + 1);
    visits.set(draft.uscc, [...earlier, draft]);
  }
  return drafts.map((draft) => judged.get(draft) ?? draft);
}
