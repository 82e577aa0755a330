import 'server-only';
import { hash, verify } from '@node-rs/argon2';

/** Argon2id; the OWASP floor for interactive sign-in. */
const cost = { memoryCost: 19456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

/** A hash of nothing in particular: unknown users take as long as known ones. */
const decoy = hashPassword('no such user');

/** Whether the password fits; takes the same time when there is no hash to compare with. */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  const fits = await verify(passwordHash ?? (await decoy), password);
  return passwordHash !== null && fits;
}
