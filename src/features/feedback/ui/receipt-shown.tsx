'use client';

import { useFullAnswer } from '#ui/action-form.tsx';

/** The receipt of the rating that was just given: the only time that it can be read. */
export function ReceiptShown({ done }: { done: boolean }) {
  const answer = useFullAnswer<{ shown?: string | undefined }>();
  if (!answer?.shown) return null;
  return (
    <div className="say" role="status">
      <p>
        <b>已收到您的评价。回执码只显示这一次，请抄下或截图：</b>
      </p>
      <p className="mono receipt">{answer.shown}</p>
      <p className="hint">凭回执码可在“查回执”看处理情况。{done ? '' : '请接着评下一家。'}</p>
    </div>
  );
}
