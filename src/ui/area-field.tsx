import { describedBy } from './described-by.ts';
import { Field, type FieldProps } from './field.tsx';

interface AreaFieldProps extends FieldProps {
  value?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
  required?: boolean | undefined;
}

/** Several lines of text. */
export function AreaField({ label, name, id = name, hint, error, optional, value, rows = 3, maxLength, required }: AreaFieldProps) {
  return (
    <Field label={label} name={name} id={id} hint={hint} error={error} optional={optional ?? false}>
      <textarea
        id={id}
        name={name}
        rows={rows}
        maxLength={maxLength}
        required={required}
        defaultValue={value}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      />
    </Field>
  );
}
