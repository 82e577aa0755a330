import type { Subject } from './record.ts';

const encoder = new TextEncoder();
const nought = new Uint8Array(1);

/** The bytes that lower-case hex stands for. */
export function bytesOfHex(hex: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(hex.length / 2);
  for (let index = 0; index < bytes.length; index++) bytes[index] = Number.parseInt(hex.slice(2 * index, 2 * index + 2), 16);
  return bytes;
}

function join(parts: readonly (string | Uint8Array)[]): Uint8Array<ArrayBuffer> {
  const pieces = parts.map((part) => (typeof part === 'string' ? encoder.encode(part) : part));
  const whole = new Uint8Array(pieces.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** What a party's commitment is the SHA-256 of: its code, and the 32 bytes that it keeps to itself until the reveal (hex). */
export function commitMessage(poolHash: string, party: string, reveal: string): Uint8Array<ArrayBuffer> {
  return join(['ningqi-commit/1', nought, bytesOfHex(poolHash), party, nought, bytesOfHex(reveal)]);
}

/** What the seed is the SHA-256 of: the reveals of the last round in the order of the record, then the public number's digits if there is one. */
export function seedMessage(given: { poolHash: string; reveals: readonly string[]; number: string | null }): Uint8Array<ArrayBuffer> {
  const { poolHash, reveals, number } = given;
  return join(['ningqi-seed/1', nought, bytesOfHex(poolHash), ...reveals.map(bytesOfHex), number ?? '']);
}

/** One message for each ticket; the smallest HMAC of them with the seed is the subject's key. */
export function ticketMessages({ id, weight }: Pick<Subject, 'id' | 'weight'>): Uint8Array<ArrayBuffer>[] {
  return Array.from({ length: weight }, (_, index) => join(['ningqi-target/1', nought, id, nought, String(index + 1)]));
}

/** Its HMAC with the seed is the officer's rank for that target. */
export function officerMessage(target: string, officer: string): Uint8Array<ArrayBuffer> {
  return join(['ningqi-officer/1', nought, target, nought, officer]);
}
