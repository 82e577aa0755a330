'use client';

import { useAnswer } from './action-form.tsx';
import { AreaField } from './area-field.tsx';
import { type Option, SelectField } from './select-field.tsx';
import { TextField, type TextFieldProps } from './text-field.tsx';

/** A text field of an `ActionForm`: shows its error and keeps what was typed. */
export function AnsweredText(props: TextFieldProps) {
  const { error, typed } = useAnswer(props.name);
  return <TextField {...props} error={error ?? props.error} value={typed ?? props.value} key={typed} />;
}

interface AnsweredSelectProps {
  label: string;
  name: string;
  options: readonly Option[];
  blank?: string | undefined;
  value?: string | undefined;
  width?: 's' | 'm' | 'l';
  hint?: string | undefined;
  /** What is known to be wrong before the form was sent. */
  error?: string | undefined;
}

/** A select of an `ActionForm`. */
export function AnsweredSelect(props: AnsweredSelectProps) {
  const { error, typed } = useAnswer(props.name);
  return <SelectField {...props} error={error ?? props.error} value={typed ?? props.value} key={typed} />;
}

/** Several lines of an `ActionForm`. */
export function AnsweredArea(props: {
  label: string;
  name: string;
  hint?: string | undefined;
  rows?: number | undefined;
  maxLength?: number | undefined;
  id?: string | undefined;
  value?: string | undefined;
  error?: string | undefined;
  optional?: boolean | undefined;
}) {
  const { error, typed } = useAnswer(props.name);
  return <AreaField {...props} error={error ?? props.error} value={typed ?? props.value} key={typed} />;
}
