import type { InputHTMLAttributes } from 'react';
import { describedBy } from './described-by.ts';
import { Field, type FieldProps } from './field.tsx';

type InputProps = Pick<
  InputHTMLAttributes<HTMLInputElement>,
  'type' | 'inputMode' | 'autoComplete' | 'size' | 'maxLength' | 'required' | 'placeholder' | 'readOnly' | 'spellCheck' | 'list'
>;

export interface TextFieldProps extends FieldProps, InputProps {
  /** What was typed before, kept when the form comes back. */
  value?: string | undefined;
  /** Short (8 rem), medium (24 rem), long (full width), or as `size` says. */
  width?: 's' | 'm' | 'l' | undefined;
}

/** A single line of text; times are text such as 09:00, days 2026-09-21. */
export function TextField({ label, name, id = name, hint, error, optional, value, width, type = 'text', ...input }: TextFieldProps) {
  return (
    <Field label={label} name={name} id={id} hint={hint} error={error} optional={optional ?? false}>
      <input
        {...input}
        type={type}
        id={id}
        name={name}
        defaultValue={value}
        className={width ? `w-${width}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  );
}
