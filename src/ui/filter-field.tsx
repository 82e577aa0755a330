import type { ReactNode } from 'react';
import type { Option } from './select-field.tsx';

/** A filter's label above its control; the control's id is `f-` and its name. */
export function FilterField({ label, name, children }: { label: string; name: string; children: ReactNode }) {
  return (
    <div>
      <label htmlFor={`f-${name}`}>{label}</label>
      {children}
    </div>
  );
}

interface FilterSelectProps {
  label: string;
  name: string;
  options: readonly Option[];
  value?: string | undefined;
  /** The first choice, which filters nothing. */
  any?: string | undefined;
}

/** A filter by one of several values. */
export function FilterSelect({ label, name, options, value, any = '不限' }: FilterSelectProps) {
  return (
    <FilterField label={label} name={name}>
      <select id={`f-${name}`} name={name} defaultValue={value ?? ''} key={value}>
        <option value="">{any}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </FilterField>
  );
}

interface FilterTextProps {
  label: string;
  name: string;
  value?: string | undefined;
  type?: 'search' | 'text' | undefined;
  size?: number | undefined;
  placeholder?: string | undefined;
}

/** A filter by words or by a day written as 2026-09-21. */
export function FilterText({ label, name, value, type = 'search', size = 18, placeholder }: FilterTextProps) {
  return (
    <FilterField label={label} name={name}>
      <input id={`f-${name}`} name={name} type={type} size={size} defaultValue={value} placeholder={placeholder} key={value} />
    </FilterField>
  );
}
