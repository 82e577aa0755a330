import { type CredentialKind, credentialWritings, type Validity } from '#domain/register/inspector-fields.ts';
import type { StatusLook } from '#ui/status.tsx';

export const validityLabels: Readonly<Record<Validity, { word: string; look: StatusLook }>> = {
  valid: { word: '有效', look: 'ok' },
  expiring: { word: '90 天内到期', look: 'warn' },
  expired: { word: '已过期', look: 'no' },
  future: { word: '尚未生效', look: 'later' },
  none: { word: '没有执法证', look: 'arch' },
  left: { word: '已离岗', look: 'gone' },
};

export function sayCredential(kind: CredentialKind): string {
  return credentialWritings[kind][0] ?? kind;
}

/** From the first day to the last; empty for those without a credential. */
export function sayValid({ validFrom, validTo }: { validFrom: string | null; validTo: string | null }): string {
  return validTo === null ? '' : `${validFrom ?? ''} — ${validTo}`;
}
