import { MergePanel } from '#features/merge/ui/merge-panel.tsx';
import { Fold } from '#ui/fold.tsx';
import type { DeskView } from '../queries/load-desk.ts';
import type { ReviewDeskView } from '../queries/load-review-desk.ts';
import { DeskFigures } from './desk-figures.tsx';
import { DeskHead } from './desk-head.tsx';
import { HeatSection } from './heat-section.tsx';
import { LineSection } from './line-section.tsx';
import { StepList } from './step-list.tsx';

function Taken({ desk }: { desk: DeskView }) {
  if (desk.steps.length === 0) return null;
  return (
    <Fold summary={`已做的 ${desk.undoable} 步，可逐步撤销`}>
      <StepList steps={desk.steps} now={desk.now} />
      <p className="hint mb-3">
        <a href={`/review/${desk.year}/steps`}>全部审核记录</a>
      </p>
    </Fold>
  );
}

/** The review desk of one year: figures, lines, merging beside them, the steps taken, and the load of each month. */
export function ReviewDesk({ view }: { view: ReviewDeskView }) {
  const { desk, heat, panel, filter, page, choices, proposed } = view;
  const { year } = desk;
  return (
    <>
      <DeskHead desk={desk} />
      <DeskFigures desk={desk} heat={heat} />
      <div className="g mt-8">
        <LineSection
          year={year}
          filter={filter}
          page={page}
          choices={choices}
          proposed={proposed}
          unreviewed={desk.figures.unreviewedLines}
        />
        <div className="c4">
          <MergePanel panel={panel} />
          <Taken desk={desk} />
          {desk.missing.length > 0 ? (
            <Fold summary={`${desk.missing.length} 个单位还没有报`}>
              <p>{desk.missing.join('、')}</p>
            </Fold>
          ) : null}
        </div>
        <HeatSection heat={heat} year={year} />
      </div>
    </>
  );
}
