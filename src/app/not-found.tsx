import '#ui/screen-font.ts';
import type { Metadata } from 'next';
import { buttonClass } from '#ui/button.ts';
import { PlainFrame } from '#ui/plain-frame.tsx';

export const metadata: Metadata = { title: '没有这一页' };

/** What readers see for an unknown address, and for records that are not theirs. */
export default function NotFound() {
  return (
    <PlainFrame wide>
      <h1>没有这一页</h1>
      <p className="mt-4">网址可能不完整，或者这条记录不属于您所在的单位。</p>
      <p className="mt-2">请核对网址，或者回首页从列表里找。</p>
      <div className="btns mt-6">
        <a className={buttonClass({ look: 'primary' })} href="/">
          回首页
        </a>
      </div>
    </PlainFrame>
  );
}
