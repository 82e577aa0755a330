import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredSelect } from '#ui/answered-field.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { runMergeAction } from '../actions.ts';

const limits = [
  { value: '15', label: '15 秒' },
  { value: '60', label: '1 分钟' },
  { value: '300', label: '5 分钟' },
];

/** Asks for the year to be merged; with `choice` of how long it may take. */
export function RunForm({ year, again, choice = false }: { year: number; again: boolean; choice?: boolean | undefined }) {
  return (
    <ActionForm action={runMergeAction} className="mt-3" errorTitle="没有开始测算">
      <input type="hidden" name="year" value={year} />
      {choice ? <AnsweredSelect label="最长用时" name="seconds" options={limits} value="60" width="s" /> : null}
      <div className="btns">
        <SubmitButton small={!choice} pending="正在开始">
          {again ? '重新测算合并' : '测算合并'}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
