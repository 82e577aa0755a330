import { EmptyState } from '#ui/empty-state.tsx';
import { Figures } from '#ui/figures.tsx';
import { PageHead } from '#ui/page-head.tsx';
import { Section } from '#ui/section.tsx';
import type { MergesView } from '../queries/load-merges.ts';
import type { RunView } from '../queries/views.ts';
import { PairTable } from './pair-table.tsx';
import { ProposalTable } from './proposal-table.tsx';
import { RunForm } from './run-form.tsx';
import { RunHistory } from './run-history.tsx';
import { isAtWork, RunState } from './run-state.tsx';
import { VisitsChart } from './visits-chart.tsx';
import { gapWords, percentWords } from './words.ts';

function Totals({ run, open, total }: { run: RunView; open: number; total: number }) {
  const { before, after, bound, proposed } = run;
  return (
    <>
      <Figures
        items={[
          { label: '合并前', value: String(before), unit: '户次', base: `${run.lineCount} 行申报，只计入企的` },
          { label: '合并后', value: String(after), unit: '户次', base: `少 ${before - after}，${percentWords(before - after, before)}` },
          { label: '下限', value: String(bound), unit: '户次', base: '无论怎样合并都不会更少' },
          { label: '与下限相差', value: gapWords(run), base: `(${after} − ${bound}) ÷ ${bound}` },
          { label: '建议', value: String(total), unit: '条', base: `${open} 条待定` },
          { label: '用时', value: run.spent.toFixed(1), unit: '秒', base: `上限 ${run.seconds} 秒` },
        ]}
      />
      <div className="g mt-8">
        <div className="c6">
          <VisitsChart before={before} after={after} bound={bound} />
        </div>
      </div>
      {proposed > after ? (
        <p className="hint">
          建议全部采纳为 {proposed} 户次；另外 {proposed - after} 户次要到备案时按企业逐户合并，因为几份名单只在部分企业重合。
        </p>
      ) : null}
    </>
  );
}

/** Without scripts a page that shows work in progress has to fetch itself anew. */
function Refresh({ run }: { run: RunView | null }) {
  return isAtWork(run) ? <meta httpEquiv="refresh" content="5" /> : null;
}

/** The whole of a year's merging. */
export function MergesPage({ view }: { view: MergesView }) {
  const { panel, runs } = view;
  const { year, latest, run, newLines } = panel;
  const here = `/review/${year}/merges`;
  return (
    <>
      <Refresh run={latest} />
      <PageHead crumb={{ href: `/review/${year}`, label: `${year} 年度计划审核`, here: '合并结果' }} title={`${year} 年度合并结果`} />
      <div className="stack">
        <Section title="总数" end={run && newLines > 0 ? `测算以后又有 ${newLines} 行，还没有算进来` : undefined}>
          {latest && latest.status !== 'finished' ? <RunState run={latest} now={panel.now} href={here} /> : null}
          {run ? <Totals run={run} open={panel.open} total={panel.total} /> : null}
          {run || latest ? null : <EmptyState title="还没有测算过合并。" condition={`有 ${newLines} 行可以测算。`} />}
          {isAtWork(latest) ? null : <RunForm year={year} again={run !== null} choice />}
        </Section>
        {run ? <ProposalTable view={view} /> : null}
        {run ? <PairTable view={view} /> : null}
        {runs.length > 0 ? <RunHistory runs={runs} change={view.change} now={panel.now} /> : null}
      </div>
    </>
  );
}
