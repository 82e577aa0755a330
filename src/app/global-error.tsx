'use client';

import './globals.css';
import '#ui/screen-font.ts';
import { PlainFrame } from '#ui/plain-frame.tsx';

/** The last resort when the document itself fails; it stands alone, so it brings its own html and styles. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="zh-CN">
      <body>
        <title>暂时打不开　宁企通</title>
        <PlainFrame wide>
          <h1>宁企通暂时打不开</h1>
          <p className="mt-4">请稍后重新打开这一页。已经办成的事项不会丢失。</p>
          {error.digest ? <p className="hint mt-2">联系系统管理员时，请报问题编号 {error.digest}</p> : null}
        </PlainFrame>
      </body>
    </html>
  );
}
