'use client';

import { createContext, type ReactNode, useActionState, useContext } from 'react';
import { ErrorSummary, type FieldProblem } from './error-summary.tsx';

/** What a form action gives back when it was refused. */
export interface ActionFormState {
  errors: Readonly<Record<string, readonly string[]>>;
  values: Readonly<Record<string, string | readonly string[]>>;
  say: string | null;
}

type Action<State extends ActionFormState> = (previous: State | null, form: FormData) => Promise<State>;

const Answer = createContext<ActionFormState | null>(null);

/** The first error of a field and what was typed into it, after a refused try. */
export function useAnswer(name: string): { error: string | undefined; typed: string | undefined } {
  const answer = useContext(Answer);
  const typed = answer?.values[name];
  return { error: answer?.errors[name]?.[0], typed: typeof typed === 'string' ? typed : undefined };
}

/** The same for a group of choices: everything that was chosen, nothing included; undefined before the first refused try. */
export function useAnswerList(name: string): { error: string | undefined; typed: readonly string[] | undefined } {
  const answer = useContext(Answer);
  const error = answer?.errors[name]?.[0];
  if (!answer || Object.keys(answer.values).length === 0) return { error, typed: undefined };
  const typed = answer.values[name] ?? [];
  return { error, typed: typeof typed === 'string' ? [typed] : typed };
}

function problemsOf(answer: ActionFormState | null): FieldProblem[] {
  if (!answer) return [];
  const fields = Object.entries(answer.errors).flatMap(([field, messages]) =>
    messages.map((message) => (field ? { field, message } : { message })),
  );
  return answer.say ? [{ message: answer.say }, ...fields] : fields;
}

interface ActionFormProps<State extends ActionFormState> {
  action: Action<State>;
  className?: string | undefined;
  id?: string | undefined;
  /** The summary's heading, where «有 n 处需要改正» does not fit. */
  errorTitle?: string | undefined;
  children: ReactNode;
}

/** A form that posts to a server action with and without scripts; errors come first, what was typed stays. */
export function ActionForm<State extends ActionFormState>({ action, className, id, errorTitle, children }: ActionFormProps<State>) {
  const [answer, submit] = useActionState<State | null, FormData>(action as never, null as never);
  const problems = problemsOf(answer);
  return (
    <form action={submit} className={className} id={id} noValidate>
      <Answer value={answer}>
        <ErrorSummary errors={problems} title={errorTitle} occasion={answer} />
        {children}
      </Answer>
    </form>
  );
}

/** The whole answer of the form's last try, for parts that show more than field errors. */
export function useFullAnswer<More>(): (ActionFormState & More) | null {
  return useContext(Answer) as (ActionFormState & More) | null;
}
