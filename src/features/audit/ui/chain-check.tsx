'use client';

import { ActionForm, useFullAnswer } from '#ui/action-form.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { checkChainAction } from '../actions.ts';

function Found() {
  const answer = useFullAnswer<{ shown?: string | undefined }>();
  return (
    <span role="status" className="hint">
      {answer?.shown}
    </span>
  );
}

/** Recomputes the chain of a year and says what was found. */
export function ChainCheck({ year }: { year: number }) {
  return (
    <ActionForm action={checkChainAction}>
      <input type="hidden" name="year" value={year} />
      <div className="btns">
        <Found />
        <SubmitButton small pending="正在核对">
          核对 {year} 年的记录
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
