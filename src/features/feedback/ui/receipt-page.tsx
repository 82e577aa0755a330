import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredText } from '#ui/answered-field.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { lookReceiptAction } from '../actions.ts';
import { FoundShown } from './found-shown.tsx';

/** What became of a rating or a report, for whoever holds the receipt. */
export function ReceiptPage() {
  return (
    <div className="stack close check">
      <h1>查回执</h1>
      <ActionForm action={lookReceiptAction} className="stack close" errorTitle="没有查到">
        <FoundShown />
        <AnsweredText
          label="回执码"
          name="receipt"
          hint="16 位字母和数字，不分大小写，连字符可不填"
          autoComplete="off"
          maxLength={60}
          width="l"
        />
        <div className="btns">
          <SubmitButton look="primary" pending="正在查">
            查处理情况
          </SubmitButton>
        </div>
      </ActionForm>
      <p className="hint">回执码在提交评价或反映后显示一次，系统里不存原码，丢了查不到。</p>
    </div>
  );
}
