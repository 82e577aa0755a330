import { sayDay } from '#domain/calendar/wording.ts';
import { ActionForm } from '#ui/action-form.tsx';
import { buttonClass } from '#ui/button.ts';
import { PageHead } from '#ui/page-head.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { undoStepAction } from '../actions.ts';
import type { DeskView } from '../queries/load-desk.ts';
import { sayStep } from './step-words.ts';

function UndoLast({ desk }: { desk: DeskView }) {
  const last = desk.steps.find(({ undoneAt }) => undoneAt === null);
  if (!last) return null;
  return (
    <ActionForm action={undoStepAction} errorTitle="没有撤销">
      <input type="hidden" name="step" value={last.id} />
      <SubmitButton pending="正在撤销">撤销：{sayStep(last)}</SubmitButton>
    </ActionForm>
  );
}

function Years({ year }: { year: number }) {
  return (
    <p className="crumb">
      <a href={`/review/${year - 1}`}>{year - 1} 年度</a>　<a href={`/review/${year + 1}`}>{year + 1} 年度</a>　
      <a href={`/review/${year}/steps`}>审核记录</a>
    </p>
  );
}

/** Title, who has declared, by when, and what can be done with the year as a whole. */
export function DeskHead({ desk }: { desk: DeskView }) {
  const { year, declared, missing, due, today } = desk;
  const missed = missing.length === 0 ? '' : `，${missing.length} 个未报`;
  const publication = `/review/${year}/publication`;
  return (
    <>
      <Years year={year} />
      <PageHead
        title={`${year} 年度计划审核`}
        note={`${declared} 个单位已报${missed}　申报截止 ${sayDay(due, today)}，今天 ${sayDay(today, today)}`}
      >
        <UndoLast desk={desk} />
        <a className={buttonClass()} href={publication}>
          预览公示
        </a>
        <a className={buttonClass({ look: 'primary' })} href={`${publication}#publish`}>
          发布第 {desk.nextVersion} 版
        </a>
      </PageHead>
    </>
  );
}
