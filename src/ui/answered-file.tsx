'use client';

import { useAnswer } from './action-form.tsx';
import { describedBy } from './described-by.ts';
import { Field } from './field.tsx';

interface AnsweredFileProps {
  label: string;
  name: string;
  hint?: string | undefined;
  /** Extensions that the browser offers first; the server judges by itself. */
  accept: string;
}

/** One file of an `ActionForm`; after a refused try it has to be chosen again, which no page can do for anybody. */
export function AnsweredFile({ label, name, hint, accept }: AnsweredFileProps) {
  const { error } = useAnswer(name);
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      <input
        type="file"
        id={name}
        name={name}
        accept={accept}
        required
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
      />
    </Field>
  );
}
