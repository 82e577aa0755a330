'use client';

import { useFullAnswer } from '#ui/action-form.tsx';
import { Choice, ChoiceGroup } from '#ui/choice.tsx';

interface AnsweredChoicesProps {
  legend: string;
  name: string;
  type: 'radio' | 'checkbox';
  choices: readonly { readonly value: string; readonly label: string; readonly note?: string | undefined }[];
  /** Chosen at first. */
  chosen: readonly string[];
  hint?: string | undefined;
}

/** Radios or boxes of an `ActionForm`: show their error and keep what was chosen. */
export function AnsweredChoices({ legend, name, type, choices, chosen, hint }: AnsweredChoicesProps) {
  const answer = useFullAnswer();
  const typed = answer?.values[name];
  const now = answer ? [typed ?? []].flat() : chosen;
  return (
    <ChoiceGroup legend={legend} id={name} hint={hint} error={answer?.errors[name]?.[0]} className="picks" key={now.join()}>
      {choices.map(({ value, label, note }) => (
        <Choice key={value} type={type} name={name} value={value} label={label} note={note} checked={now.includes(value)} />
      ))}
    </ChoiceGroup>
  );
}
