import Link from 'next/link';
import { EmptyState } from '#ui/empty-state.tsx';
import { Section } from '#ui/section.tsx';
import type { MergePanelView } from '../queries/views.ts';
import { Decision } from './decision.tsx';
import { Proposal } from './proposal.tsx';
import { RunForm } from './run-form.tsx';
import { isAtWork, RunState } from './run-state.tsx';

const proposalHref = (year: number, position: number) => `/review/${year}?proposal=${position}#merge`;

function Turning({ panel: { year, previous, next, total } }: { panel: MergePanelView }) {
  if (total === 0) return null;
  return (
    <>
      <span>
        第 {previous === null ? 1 : previous + 1} 条，共 {total} 条
      </span>{' '}
      {previous === null ? null : (
        <Link href={proposalHref(year, previous)} prefetch={false}>
          上一条
        </Link>
      )}{' '}
      {next === null ? null : (
        <Link href={proposalHref(year, next)} prefetch={false}>
          下一条
        </Link>
      )}
    </>
  );
}

function Nothing({ panel: { run, newLines } }: { panel: MergePanelView }) {
  if (run) return <EmptyState title="没有可以合并的行。" condition={`各行为什么不能合并，见全部合并结果。下限 ${run.bound} 户次。`} />;
  return <EmptyState title="还没有测算过合并。" condition={newLines > 0 ? `有 ${newLines} 行可以测算。` : '单位报来以后再测算。'} />;
}

/** Merging beside the lines of the review desk: one proposal at a time, and the run behind it. Shows what `loadMergePanel` gave. */
export function MergePanel({ panel, className }: { panel: MergePanelView; className?: string | undefined }) {
  const { year, latest, run, proposal, newLines } = panel;
  return (
    <Section title="合并建议" id="merge" className={className} end={<Turning panel={panel} />}>
      {latest && latest.status !== 'finished' ? <RunState run={latest} now={panel.now} href={`/review/${year}#merge`} /> : null}
      {proposal ? (
        <>
          <Proposal proposal={proposal} />
          <Decision proposal={proposal} key={proposal.id} />
        </>
      ) : null}
      {proposal || isAtWork(latest) ? null : <Nothing panel={panel} />}
      {run && newLines > 0 ? <p className="hint">上次测算以后又有 {newLines} 行，还没有算进来。</p> : null}
      {isAtWork(latest) ? null : <RunForm year={year} again={run !== null} />}
      <p className="hint mt-3 mb-3">
        <Link href={`/review/${year}/merges`} prefetch={false}>
          全部合并结果和未合并的理由
        </Link>
      </p>
    </Section>
  );
}
