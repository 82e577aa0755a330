'use client';

import { useFullAnswer } from '#ui/action-form.tsx';

/** What was found behind a receipt. */
export function FoundShown() {
  const answer = useFullAnswer<{ shown?: string | undefined }>();
  return answer?.shown ? (
    <p className="say" role="status">
      {answer.shown}
    </p>
  ) : null;
}
