'use client';

import { type SelectHTMLAttributes, useLayoutEffect, useRef } from 'react';

type KeptSelectProps = Omit<SelectHTMLAttributes<HTMLSelectElement>, 'defaultValue' | 'value'> & { value: string | undefined };

/** Makes the value what a reset of the form returns to, and shows it unless the reader has chosen anew meanwhile. */
function keep(select: HTMLSelectElement, value: string | undefined) {
  const before = [...select.options].find((option) => option.defaultSelected)?.value ?? select.options[0]?.value;
  const isUntouched = select.value === before;
  for (const option of select.options) option.defaultSelected = option.value === value;
  if (isUntouched && value !== undefined) select.value = value;
}

/** A select that keeps its value when React resets the form after an action, which plain selects do not. */
export function KeptSelect({ value, children, ...select }: KeptSelectProps) {
  const element = useRef<HTMLSelectElement>(null);
  useLayoutEffect(() => {
    if (element.current) keep(element.current, value);
  }, [value]);
  return (
    <select {...select} ref={element} defaultValue={value}>
      {children}
    </select>
  );
}
