import 'server-only';
import { createHash, createHmac, randomBytes, randomInt } from 'node:crypto';
import { v5, v7 } from 'uuid';
import { encodePublicCode, publicCodeBytes } from '#domain/inspection/public-code.ts';

/** A new id, ordered by time. */
export function newId(): string {
  return v7();
}

const namesOfOurs = '0b9d8f0e-6c4a-5d0f-9a53-7d7a2f3c1e60';

/** The same id for the same name: what happens once for a name can then be unique by its id. */
export function idOfName(name: string): string {
  return v5(name, namesOfOurs);
}

/** 26 characters of Crockford's base 32: 130 bits that nobody can guess. */
export function newPublicCode(): string {
  return encodePublicCode(randomBytes(publicCodeBytes));
}

/** Eight digits to be read out on the telephone; unique within a district by the database's word. */
export function newConfirmationNo(): string {
  return String(randomInt(10_000_000, 100_000_000));
}

/** 256 bits for a session or an API key; only its hash is stored. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url');
}

/** SHA-256 in lower-case hex. */
export function hashText(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

/** HMAC-SHA256 with the bytes that a hex key stands for, in lower-case hex. */
export function hmacWith(key: string): (message: Uint8Array) => string {
  const bytes = Buffer.from(key, 'hex');
  return (message) => createHmac('sha256', bytes).update(message).digest('hex');
}

/** HMAC-SHA256 in lower-case hex, with a key of 32 bytes in hex: a draw's seed. */
export function signWithSeed(seed: string): (message: Uint8Array) => string {
  const key = Buffer.from(seed, 'hex');
  return (message) => createHmac('sha256', key).update(message).digest('hex');
}

export function hashSecret(secret: string): string {
  return hashText(secret);
}

/** Full jitter: a wait in milliseconds, at most 20 × 2^attempt. */
export function newJitter(attempt: number): number {
  return randomInt(0, 20 * 2 ** attempt + 1);
}
