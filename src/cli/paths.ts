import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

/** Where data of this installation lies: DATA_DIR, by default `.data` in the project. */
export function dataFolder(): string {
  return resolve(projectRoot, process.env.DATA_DIR || '.data');
}
