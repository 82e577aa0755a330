import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredText } from '#ui/answered-field.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { phoneNoticeAction } from '../actions.ts';

/** The office rang the territory up: who answered is kept, and entry is open. */
export function PhoneNotice({ filing, sentAt, enterprise }: { filing: string; sentAt: Date; enterprise: string }) {
  return (
    <ActionForm action={phoneNoticeAction} className="stack close noprint" errorTitle="没有记下">
      <input type="hidden" name="filing" value={filing} />
      <input type="hidden" name="sentAt" value={sentAt.toISOString()} />
      <AnsweredText label="属地接电话的人" name="who" id={`who-${filing}`} maxLength={60} width="m" autoComplete="off" />
      <SubmitButton small pending="正在记录">
        记录电话签收<span className="vh">：{enterprise}</span>
      </SubmitButton>
    </ActionForm>
  );
}
