import type { ReactNode } from 'react';
import { buttonClass } from './button.ts';

/** What would be lawful instead, under a heading that says so. */
export function Slots({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="slots-title">{title}</h3>
      <div className="slots">{children}</div>
    </div>
  );
}

interface SlotButtonProps {
  name: string;
  value: string;
  /** The time in words. */
  label: string;
  /** Why it is lawful. */
  note: string;
  /** Id of the form when the panel stands outside it. */
  form?: string | undefined;
}

/** A lawful time as a button that fills the form with it. */
export function SlotButton({ name, value, label, note, form }: SlotButtonProps) {
  return (
    <button type="submit" className={buttonClass()} name={name} value={value} form={form} formNoValidate>
      <b>{label}</b>
      <span>{note}</span>
    </button>
  );
}
