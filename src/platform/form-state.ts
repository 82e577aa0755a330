import type { Verdict } from '#domain/law/verdict.ts';
import type { FieldErrors, Refusal } from './outcome.ts';

/** What a form shows after it was refused: errors per field, what was typed, and a verdict where the law refused. */
export type FormState = {
  readonly errors: FieldErrors;
  readonly values: Readonly<Record<string, string | readonly string[]>>;
  readonly say: string | null;
  readonly verdict: Verdict | null;
  /** What a successful action says this one time and keeps nowhere, for example a new key. */
  readonly shown?: string | undefined;
};

/** Stay on the page, and show this once. */
export type ShowOnce = { readonly shown: string };

function wordsOf(refusal: Refusal): string | null {
  switch (refusal.kind) {
    case 'invalid':
      return null;
    case 'unlawful':
      return '现在不能备案，理由和可行的时间见下。';
    case 'notPermitted':
      return '您的岗位不能办理这一项。';
    case 'notFound':
      return '没有找到，可能已被撤回或删除。';
    case 'stale':
      return refusal.say;
  }
}

/** The form without the fields that the framework adds to reach its action. */
export function ownFields(form: FormData): FormData {
  const own = new FormData();
  for (const [key, value] of form.entries()) if (!key.startsWith('$ACTION')) own.append(key, value);
  return own;
}

function valuesOf(form: FormData): FormState['values'] {
  const values: Record<string, string | string[]> = {};
  for (const key of new Set(form.keys())) {
    const all = form.getAll(key).filter((value) => typeof value === 'string');
    if (key !== 'password') values[key] = all.length === 1 ? (all[0] ?? '') : all;
  }
  return values;
}

export function refused(form: FormData, refusal: Refusal): FormState {
  return {
    errors: refusal.kind === 'invalid' ? refusal.fields : {},
    values: valuesOf(form),
    say: wordsOf(refusal),
    verdict: refusal.kind === 'unlawful' ? refusal.verdict : null,
  };
}
