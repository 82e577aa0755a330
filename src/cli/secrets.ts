import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** Reads a file of random words, or makes it with one word (256 bit) for each name; only its owner may read it. */
export function keepSecrets<Name extends string>(path: string, names: readonly Name[]): Record<Name, string> {
  const kept = (existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {}) as Partial<Record<Name, string>>;
  const missing = names.filter((name) => !kept[name]);
  for (const name of missing) kept[name] = randomBytes(32).toString('base64url');
  if (missing.length > 0) writeFileSync(path, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  return kept as Record<Name, string>;
}
