'use client';

import { type ReactNode, useActionState } from 'react';
import { buttonClass } from '#ui/button.ts';
import { Dock } from '#ui/dock.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { keepBatchAction, sendBatchAction } from '../actions.ts';

interface BatchFormProps {
  /** What the last judgement said, in short. */
  status: ReactNode;
  /** How many would be sent on to the head. */
  lawful: number;
  children: ReactNode;
}

type Answer = Awaited<ReturnType<typeof sendBatchAction>> | null;

function problemsOf(answer: Answer) {
  if (!answer) return [];
  const fields = Object.entries(answer.errors).flatMap(([field, messages]) => messages.map((message) => ({ field, message })));
  return answer.say ? [{ message: answer.say }, ...fields] : fields;
}

/** The form of a batch: one button keeps and judges everything, the other sends it; Enter keeps. */
export function BatchForm({ status, lawful, children }: BatchFormProps) {
  const [kept, keep] = useActionState<Answer, FormData>(keepBatchAction as never, null as never);
  const [sent, send] = useActionState<Answer, FormData>(sendBatchAction as never, null as never);
  return (
    <form action={keep} noValidate>
      <ErrorSummary errors={[...problemsOf(kept), ...problemsOf(sent)]} title="还不能送批" />
      <button type="submit" className="vh" name="intent" value="check" tabIndex={-1} aria-hidden="true">
        保存并判定
      </button>
      {children}
      <Dock label="提交" status={status}>
        <SubmitButton name="intent" value="check" pending="正在判定">
          保存并全部判定
        </SubmitButton>
        <button type="submit" className={buttonClass({ look: 'primary' })} formAction={send}>
          送批（{lawful} 家可以备案）
        </button>
      </Dock>
    </form>
  );
}
