'use client';

import { Fragment, type ReactNode } from 'react';
import { useAnswerList } from './action-form.tsx';
import { Choice, ChoiceGroup } from './choice.tsx';

export interface ChoiceOption {
  value: string;
  label: ReactNode;
  note?: ReactNode | undefined;
  /** Shown under the choice while it is chosen, where the browser can tell; always otherwise. */
  more?: ReactNode | undefined;
}

interface AnsweredChoicesProps {
  type: 'radio' | 'checkbox';
  legend: string;
  name: string;
  options: readonly ChoiceOption[];
  /** What is chosen at first. */
  value: readonly string[];
  hint?: string | undefined;
  error?: string | undefined;
  hideLegend?: boolean | undefined;
  className?: string | undefined;
}

/** A group of choices of an `ActionForm`: shows its error and keeps what was chosen. */
export function AnsweredChoices({ type, legend, name, options, value, error: before, ...group }: AnsweredChoicesProps) {
  const { error, typed } = useAnswerList(name);
  const chosen = typed ?? value;
  return (
    <ChoiceGroup {...group} legend={legend} id={name} error={error ?? before}>
      {options.map(({ more, ...option }) => (
        <Fragment key={`${option.value}${chosen.includes(option.value)}`}>
          <Choice {...option} type={type} name={name} checked={chosen.includes(option.value)} />
          {more ? <div className="only">{more}</div> : null}
        </Fragment>
      ))}
    </ChoiceGroup>
  );
}
