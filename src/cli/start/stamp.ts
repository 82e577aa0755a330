import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '../paths.ts';

function listFiles(path: string): string[] {
  if (!existsSync(path)) return [];
  if (!statSync(path).isDirectory()) return [path];
  return readdirSync(path, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

/** SHA-256 over the names and contents of files and folders of the project; `skip` leaves some out by their path. */
export function fingerprint(paths: readonly string[], skip: RegExp = /^$/): string {
  const hash = createHash('sha256').update(process.version);
  for (const file of paths.flatMap((path) => listFiles(join(projectRoot, path)))) {
    const name = file.slice(projectRoot.length + 1).replaceAll('\\', '/');
    if (!skip.test(name)) hash.update(`\n${name}\n`).update(readFileSync(file));
  }
  return hash.digest('hex');
}

/** Does the work unless the stamp file says that it was done for this fingerprint. Tells whether it did. */
export async function once(stampFile: string, print: string, work: () => void | Promise<void>): Promise<boolean> {
  const path = join(projectRoot, stampFile);
  if (existsSync(path) && readFileSync(path, 'utf8') === print) return false;
  await work();
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, print);
  return true;
}
