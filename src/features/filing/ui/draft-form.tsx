'use client';

import { type ReactNode, useActionState } from 'react';
import { AutoSubmit } from '#ui/auto-submit.tsx';
import { buttonClass } from '#ui/button.ts';
import { Dock } from '#ui/dock.tsx';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { SubmitButton } from '#ui/submit-button.tsx';
import { saveDraftAction, submitFilingAction } from '../actions.ts';

interface DraftFormProps {
  /** Draft state and the verdict in short. */
  status: ReactNode;
  /** Why it would be refused now; null when it can be sent. */
  obstacle: string | null;
  children: ReactNode;
}

type Answer = Awaited<ReturnType<typeof submitFilingAction>> | null;

function problemsOf(answer: Answer) {
  if (!answer) return [];
  const fields = Object.entries(answer.errors).flatMap(([field, messages]) => messages.map((message) => ({ field, message })));
  return answer.say ? [{ field: 'verdict', message: answer.say }, ...fields] : fields;
}

function SendButton({ obstacle, submit }: { obstacle: string | null; submit: (form: FormData) => void }) {
  return (
    <button
      type="submit"
      className={buttonClass({ look: 'primary' })}
      formAction={submit}
      aria-disabled={obstacle ? true : undefined}
      aria-describedby={obstacle ? 'send-why' : undefined}
    >
      送分管负责人批准
    </button>
  );
}

/** The filing form: every change is kept as a draft and judged at once; without scripts the button 保存并判定 does the same. */
export function DraftForm({ status, obstacle, children }: DraftFormProps) {
  const [saved, save] = useActionState<Answer, FormData>(saveDraftAction as never, null as never);
  const [sent, submit] = useActionState<Answer, FormData>(submitFilingAction as never, null as never);
  return (
    <form action={save} id="filing" noValidate>
      <ErrorSummary errors={[...problemsOf(saved), ...problemsOf(sent)]} title="还不能送批" />
      <AutoSubmit name="intent" value="check" label="保存并判定">
        {children}
      </AutoSubmit>
      <Dock label="提交" status={status}>
        <a className={buttonClass()} href="/filings">
          以后再填
        </a>
        <SubmitButton name="intent" value="check" pending="正在判定">
          保存并判定
        </SubmitButton>
        <SendButton obstacle={obstacle} submit={submit} />
        {obstacle ? (
          <span className="vh" id="send-why">
            {obstacle}
          </span>
        ) : null}
      </Dock>
    </form>
  );
}
