'use client';

import { useFullAnswer } from '#ui/action-form.tsx';

/** The receipt of a report that was just taken down: the only time that it can be read. */
export function ReportShown() {
  const answer = useFullAnswer<{ shown?: string | undefined }>();
  if (!answer?.shown) return null;
  return (
    <div className="say" role="status">
      <p>
        <b>办公室已收到。回执码只显示这一次，请抄下或截图：</b>
      </p>
      <p className="mono receipt">{answer.shown}</p>
      <p className="hint">凭回执码可在“查回执”看答复。人还在现场的，请直接打电话。</p>
    </div>
  );
}
