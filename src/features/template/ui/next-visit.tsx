import { AnsweredText } from '#ui/answered-field.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';

/** Which enterprise, and on which day, what was filled in before is used for. */
export function NextVisit({ id }: { id: string }) {
  return (
    <div className="btns end-aligned">
      <AnsweredText label="统一社会信用代码" name="uscc" id={`uscc-${id}`} size={20} maxLength={18} spellCheck={false} />
      <AnsweredText label="入企日期" name="day" id={`day-${id}`} optional placeholder="2026-12-22" size={11} />
      <SubmitButton pending="正在打开" look="primary">
        打开备案表
      </SubmitButton>
    </div>
  );
}
