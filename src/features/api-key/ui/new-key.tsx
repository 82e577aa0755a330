'use client';

import { useFullAnswer } from '#ui/action-form.tsx';

/** The key that was just made: the only time that it can be read. */
export function NewKey() {
  const answer = useFullAnswer<{ shown?: string | undefined }>();
  if (!answer?.shown) return null;
  return (
    <div className="say" role="status">
      <p>
        <b>密钥已建立，只显示这一次，请现在抄给使用单位：</b>
      </p>
      <p className="mono break-all">{answer.shown}</p>
    </div>
  );
}
