/** The ids that describe a control: its hint and its error, when they are there. */
export function describedBy(id: string, hint?: unknown, error?: unknown) {
  return [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined;
}
