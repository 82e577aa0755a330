import { ActionForm } from '#ui/action-form.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { dayWords } from '#ui/words.ts';
import { rateVisitAction } from '../actions.ts';
import type { RatingView } from '../queries/load-rating.ts';
import { RatingFields } from './rating-fields.tsx';
import { ReceiptShown } from './receipt-shown.tsx';

function Ended({ view, isDone }: { view: RatingView; isDone: boolean }) {
  return (
    <p className="ask">
      {isDone ? '这次检查已经评完。' : '这次评价已经截止。'}还想反映的，请打{view.office}电话。{isDone ? '谢谢您。' : ''}
    </p>
  );
}

function Questions({ view, at }: { view: RatingView; at: number }) {
  const { agencies, district, closesAt, now } = view;
  const agency = agencies[at];
  const isLast = agencies.slice(at + 1).every(({ answered }) => answered);
  if (!agency) return null;
  return (
    <div key={agency.code}>
      <p className="mt-3">
        <b>{agency.name}</b>　{agencies.length > 1 ? `第 ${at + 1} 家，共 ${agencies.length} 家` : ''}
        <br />
        <span className="m s">不到一分钟。检查单位看不到是谁评的，满 5 份才公布。</span>
      </p>
      <input type="hidden" name="district" value={district} />
      <input type="hidden" name="agency" value={agency.code} />
      <RatingFields />
      <div className="btns ask">
        <SubmitButton look="primary" pending="正在提交评价">
          {isLast ? '提交评价' : '提交，评下一家'}
        </SubmitButton>
      </div>
      <p className="hint mt-3">
        提交后给您回执码，凭码可查处理情况。{dayWords(new Date(closesAt.getTime() - 1), now)} 截止，一次检查评价一次。
      </p>
    </div>
  );
}

/** The rating of a visit, one agency at a time; after each its receipt, once. */
export function RatingPage({ view }: { view: RatingView }) {
  const at = view.agencies.findIndex(({ answered }) => !answered);
  const isDone = at < 0;
  return (
    <div className="check">
      <h1>评价 {dayWords(view.endedAt, view.now)} 的检查</h1>
      <p className="m">{view.enterprise}</p>
      <ActionForm action={rateVisitAction} errorTitle="还有没答的">
        <ReceiptShown done={isDone} />
        {isDone || view.isOver ? <Ended view={view} isDone={isDone} /> : <Questions view={view} at={at} />}
      </ActionForm>
    </div>
  );
}
