import { ActionForm } from '#ui/action-form.tsx';
import { AnsweredSelect, AnsweredText } from '#ui/answered-field.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { openSessionAction } from '../actions.ts';

/** District, account, password. */
export function SignInForm({ districts }: { districts: readonly { code: string; name: string }[] }) {
  const options = districts.map(({ code, name }) => ({ value: code, label: `${name} ${code}` }));
  return (
    <ActionForm action={openSessionAction} className="stack close" errorTitle="没有登录">
      <AnsweredSelect label="区县" name="district" options={options} width="m" />
      <AnsweredText label="账号" name="username" autoComplete="username" width="m" spellCheck={false} />
      <AnsweredText label="密码" name="password" type="password" autoComplete="current-password" width="m" />
      <div className="btns">
        <SubmitButton look="primary" pending="正在登录">
          登录
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
