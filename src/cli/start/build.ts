import { spawn } from 'node:child_process';
import { once as onceEmitted } from 'node:events';
import { createRequire } from 'node:module';
import { text } from 'node:stream/consumers';
import { Complaint } from '../complaint.ts';
import { generateClient } from '../generate.ts';
import { projectRoot } from '../paths.ts';
import { fingerprint, once } from './stamp.ts';

/** The program behind `next build`, `next start` and `next dev`. */
export const nextProgram = createRequire(import.meta.url).resolve('next/dist/bin/next');

const sources = ['src', 'public', 'prisma/schema', 'prisma/seed', 'package.json', 'package-lock.json'];
const configs = ['next.config.ts', 'postcss.config.mjs'];
const notBuilt = /^src\/cli\/|\.test\.tsx?$/;

async function buildApplication(signal: AbortSignal | undefined): Promise<void> {
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' } as NodeJS.ProcessEnv;
  const options = { cwd: projectRoot, env, stdio: ['ignore', 'pipe', 'pipe'] as ['ignore', 'pipe', 'pipe'], ...(signal && { signal }) };
  const child = spawn(process.execPath, [nextProgram, 'build'], options);
  const [output, errors, [code]] = await Promise.all([text(child.stdout), text(child.stderr), onceEmitted(child, 'exit')]);
  if (code !== 0) throw new Complaint(`应用未能构建：\n${output}${errors}`);
}

/** Writes the database client if the schema has changed since the last time. */
export async function ensureClient(): Promise<void> {
  const print = fingerprint(['prisma/schema', 'prisma.config.ts', 'package-lock.json']);
  await once('prisma/generated/.stamp', print, generateClient);
}

/** Builds the application if anything it is made of has changed since the last build. */
export async function ensureBuild(say: (line: string) => void, signal?: AbortSignal): Promise<void> {
  await once('.next/ningqi-stamp', fingerprint([...sources, ...configs], notBuilt), async () => {
    say('正在构建应用，约需一分钟……');
    await buildApplication(signal);
  });
}
