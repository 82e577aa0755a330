'use client';

import { type ChangeEvent, useState } from 'react';
import { useAnswer } from './action-form.tsx';
import { describedBy } from './described-by.ts';
import { Field } from './field.tsx';

interface AnsweredFileProps {
  label: string;
  name: string;
  hint?: string | undefined;
  /** Extensions that the browser offers first; the server judges by itself. */
  accept: string;
  /** A larger file is not even sent, where scripts run: the sentence says why and what to do. */
  limit: { readonly bytes: number; readonly say: string };
  /** What is known to be wrong before the form was sent. */
  error?: string | undefined;
}

/** One file of an `ActionForm`; after a refused try it has to be chosen again, which no page can do for anybody. */
export function AnsweredFile({ label, name, hint, accept, limit, error: before }: AnsweredFileProps) {
  const answer = useAnswer(name);
  const [isTooLarge, setTooLarge] = useState(false);
  const error = isTooLarge ? limit.say : (answer.error ?? before);
  const check = ({ target }: ChangeEvent<HTMLInputElement>) => {
    const tooLarge = (target.files?.[0]?.size ?? 0) > limit.bytes;
    if (tooLarge) target.value = '';
    setTooLarge(tooLarge);
  };
  return (
    <Field label={label} name={name} hint={hint} error={error}>
      <input
        type="file"
        id={name}
        name={name}
        accept={accept}
        required
        onChange={check}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(name, hint, error)}
      />
    </Field>
  );
}
