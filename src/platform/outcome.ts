import type { Verdict } from '#domain/law/verdict.ts';

/** Messages per field path (`inspectors[1]`, `trigger.reference`); the empty path speaks of the form as a whole. */
export type FieldErrors = Readonly<Record<string, readonly string[]>>;

/** Why a command was not carried out: expected, so returned, never thrown. A foreign row is `notFound`. */
export type Refusal =
  | { readonly kind: 'invalid'; readonly fields: FieldErrors }
  | { readonly kind: 'unlawful'; readonly verdict: Verdict }
  | { readonly kind: 'notPermitted' }
  | { readonly kind: 'notFound' }
  /** The state moved on since it was read; `say` tells people what it is now. */
  | { readonly kind: 'stale'; readonly say: string };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function ok<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function invalid(fields: FieldErrors): Outcome<never> {
  return { ok: false, refusal: { kind: 'invalid', fields } };
}

export function unlawful(verdict: Verdict): Outcome<never> {
  return { ok: false, refusal: { kind: 'unlawful', verdict } };
}

export function notPermitted(): Outcome<never> {
  return { ok: false, refusal: { kind: 'notPermitted' } };
}

export function notFound(): Outcome<never> {
  return { ok: false, refusal: { kind: 'notFound' } };
}

export function stale(say: string): Outcome<never> {
  return { ok: false, refusal: { kind: 'stale', say } };
}
