import { ActionForm } from '#ui/action-form.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { openRatingAction } from '../actions.ts';
import { TokenField } from './token-field.tsx';

/** Where a rating begins: the link brings its token along, or it is pasted. Looking at this page uses nothing up. */
export function OpenRatingPage() {
  return (
    <div className="stack close check">
      <h1>评价一次检查</h1>
      <p>检查结束后的第二天，办公室把评价链接发到企业登记的手机或邮箱。链接由办公室发出，检查单位和检查人员拿不到，也看不到是谁评的。</p>
      <ActionForm action={openRatingAction} className="stack close" errorTitle="没有打开评价">
        <TokenField />
        <div className="btns">
          <SubmitButton look="primary" pending="正在打开评价">
            打开评价
          </SubmitButton>
        </div>
      </ActionForm>
      <p className="hint">没有收到链接，请打办公室的电话，可以重发。打开链接不算评价，可以多次打开；一次检查评价一次。</p>
      <p>
        <a href="/rate/receipt">已经评过，查回执</a>
      </p>
    </div>
  );
}
