import { randomBytes } from 'node:crypto';

const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** 26 characters of Crockford's alphabet: 130 random bits. */
export function newPublicCode(): string {
  return Array.from(randomBytes(26), (byte) => alphabet[byte & 31]).join('');
}
