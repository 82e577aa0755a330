import { describedBy } from './described-by.ts';
import { Field, type FieldProps } from './field.tsx';
import { KeptSelect } from './kept-select.tsx';

export interface Option {
  value: string;
  label: string;
}

interface SelectFieldProps extends FieldProps {
  options: readonly Option[];
  value?: string | undefined;
  /** A first choice that stands for nothing chosen. */
  blank?: string | undefined;
  required?: boolean | undefined;
  width?: 's' | 'm' | 'l' | undefined;
}

/** One of several values from a list. */
export function SelectField(props: SelectFieldProps) {
  const { label, name, id = name, hint, error, optional, options, value, blank, required, width } = props;
  return (
    <Field label={label} name={name} id={id} hint={hint} error={error} optional={optional ?? false}>
      <KeptSelect
        id={id}
        name={name}
        value={value}
        required={required}
        className={width ? `w-${width}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={describedBy(id, hint, error)}
      >
        {blank === undefined ? null : <option value="">{blank}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </KeptSelect>
    </Field>
  );
}
