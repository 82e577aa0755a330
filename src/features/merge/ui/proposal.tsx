import { sayMonths } from '#domain/declaration/period.ts';
import { obstacleWords } from '../labels.ts';
import type { ProposalView } from '../queries/views.ts';
import { VisitsChart } from './visits-chart.tsx';
import { doorWords } from './words.ts';

function Reasons({ title, words }: { title: string; words: readonly string[] }) {
  if (words.length === 0) return null;
  return (
    <>
      <h3 className="mt-3">{title}</h3>
      <ul className="bullets">
        {words.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
    </>
  );
}

function Headline({ proposal }: { proposal: ProposalView }) {
  const others = proposal.agencies.slice(1).map(({ name }) => name);
  return (
    <p>
      {proposal.lines.length} 行并为 1 项{doorWords(proposal.form)}联合检查，{sayMonths(proposal.months)}，<b>{proposal.lead.name}</b>牵头
      {others.length > 0 ? `，${others.join('、')}参加` : ''}。
    </p>
  );
}

/** One proposal: what it merges, what it saves, why it fits and why not more. */
export function Proposal({ proposal }: { proposal: ProposalView }) {
  const { before, after, bound } = proposal;
  const out = proposal.out.map(({ matter, agency, why }) => `${matter}（${agency}）：${obstacleWords[why]}`);
  return (
    <>
      <Headline proposal={proposal} />
      <ul className="bullets">
        {proposal.lines.map((line) => (
          <li key={line.id}>
            {line.matter}　{line.agency}　{line.count} 户次　{sayMonths(line.months)}
          </li>
        ))}
      </ul>
      <div className="ba">
        <p>
          合并前<b>{before}</b>户次
        </p>
        <span aria-hidden="true">→</span>
        <p>
          合并后<b>{after}</b>户次，少 {before - after} 次
        </p>
      </div>
      <VisitsChart before={before} after={after} bound={bound} />
      <Reasons title="为什么能并" words={proposal.fits} />
      <Reasons title="为什么没到下限" words={proposal.shortOfBound} />
      <Reasons title="请留意：全区安排过满" words={proposal.overMonths} />
      <Reasons title="未并入的行" words={out} />
    </>
  );
}
