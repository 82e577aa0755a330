import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SchemaContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { projectRoot } from '../paths.ts';

const schemaFolder = 'prisma/schema';

function git(...args: string[]): string {
  return execFileSync('git', args, { cwd: projectRoot, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
}

/** The schema files of a folder, in the order of their names. */
export function readSchema(folder: string = join(projectRoot, schemaFolder)): SchemaContainer[] {
  const names = readdirSync(folder).filter((name) => name.endsWith('.prisma'));
  return names.sort().map((path) => ({ path, content: readFileSync(join(folder, path), 'utf8') }));
}

/** The schema files of a commit (default: the last one); empty where it had none. */
export function readCommittedSchema(commit = 'HEAD'): SchemaContainer[] {
  const listed = git('ls-tree', '-r', '--name-only', commit, '--', schemaFolder).split('\n');
  const paths = listed.filter((path) => path.endsWith('.prisma'));
  return paths.map((path) => ({ path, content: git('show', `${commit}:./${path}`) }));
}
