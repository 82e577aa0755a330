'use client';

import { useAnswerList } from './action-form.tsx';
import { ChoiceGroup } from './choice.tsx';

export interface RateOption {
  value: string;
  label: string;
  /** Small words under the label, such as 差. */
  small?: string | undefined;
  /** What is read out where the label alone says too little. */
  spoken?: string | undefined;
}

interface RateChoiceProps {
  legend: string;
  name: string;
  options: readonly RateOption[];
  /** Question and answers in one row, for yes and no. */
  inline?: boolean | undefined;
}

const columns: Readonly<Record<number, string>> = { 2: 'rate two', 3: 'rate three', 5: 'rate' };

/** Adjoining cells of which one is chosen; none is chosen beforehand, and after a refused try the choice stays. */
export function RateChoice({ legend, name, options, inline = false }: RateChoiceProps) {
  const { error, typed } = useAnswerList(name);
  return (
    <ChoiceGroup legend={legend} id={name} error={error} className={inline ? 'yn' : 'ask'}>
      <div className={columns[options.length] ?? 'rate'}>
        {options.map(({ value, label, small, spoken }) => (
          <label key={`${value}${typed?.includes(value) ?? ''}`}>
            <input type="radio" name={name} value={value} aria-label={spoken} defaultChecked={typed?.includes(value) ?? false} />
            {label}
            {small ? <small>{small}</small> : null}
          </label>
        ))}
      </div>
    </ChoiceGroup>
  );
}
