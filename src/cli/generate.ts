import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { projectRoot } from './paths.ts';

/** Writes the Prisma client. The generator never runs the engine it insists on, so any program may stand in for it. */
export function generateClient(): void {
  const prisma = createRequire(import.meta.url).resolve('prisma/build/index.js');
  const env = { ...process.env, PRISMA_SCHEMA_ENGINE_BINARY: process.execPath, PRISMA_HIDE_UPDATE_MESSAGE: '1', CHECKPOINT_DISABLE: '1' };
  const run = spawnSync(process.execPath, [prisma, 'generate', '--no-hints'], { cwd: projectRoot, env, encoding: 'utf8' });
  if (run.status !== 0) throw new Error(`数据库客户端未能生成：\n${run.stdout}${run.stderr}`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) generateClient();
