import Link from 'next/link';
import { Section } from '#ui/section.tsx';
import type { MergePanelView } from '../queries/views.ts';
import { Proposal } from './proposal.tsx';

function Turning({ panel }: { panel: MergePanelView }) {
  const { previous, next, total } = panel;
  if (total === 0) return null;
  const at = previous === null ? 1 : previous + 1;
  return (
    <span>
      第 {at} 条，共 {total} 条
      {previous === null ? null : (
        <>
          　
          <Link href={`?proposal=${previous}#merge`} prefetch={false}>
            上一条
          </Link>
        </>
      )}
      {next === null ? null : (
        <>
          　
          <Link href={`?proposal=${next}#merge`} prefetch={false}>
            下一条
          </Link>
        </>
      )}
    </span>
  );
}

/** Merging beside the lines of the review desk: one proposal at a time. Shows what `loadMergePanel` gave. */
export function MergePanel({ panel, className }: { panel: MergePanelView; className?: string | undefined }) {
  return (
    <Section title="合并建议" id="merge" className={className} end={<Turning panel={panel} />}>
      {panel.proposal ? <Proposal proposal={panel.proposal} /> : null}
    </Section>
  );
}
