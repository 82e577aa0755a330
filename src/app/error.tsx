'use client';

import '#ui/screen-font.ts';
import { buttonClass } from '#ui/button.ts';
import { PlainFrame } from '#ui/plain-frame.tsx';

/** What readers see when a page fails: what to do next and the number to quote, never the cause. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry: () => void }) {
  return (
    <PlainFrame wide>
      <h1>这一页暂时打不开</h1>
      <p className="mt-4">请稍后再试一次。如果刚才正在提交，请先到列表里核对是否已经办成，不要重复提交。</p>
      {error.digest ? <p className="hint mt-2">联系系统管理员时，请报问题编号 {error.digest}</p> : null}
      <div className="btns mt-6">
        <button type="button" className={buttonClass({ look: 'primary' })} onClick={retry}>
          再试一次
        </button>
        <a className={buttonClass()} href="/">
          回首页
        </a>
      </div>
    </PlainFrame>
  );
}
