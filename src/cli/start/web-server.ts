import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { Complaint } from '../complaint.ts';
import { projectRoot } from '../paths.ts';
import { nextProgram } from './build.ts';

/** The web server in a child of ours. `failed` settles only if it cannot be kept running. */
export type WebServer = { failed: Promise<Complaint>; stop: () => Promise<void> };

/** How the web server is run: `dev` for `next dev`, and everything it finds in its environment. */
export type WebServerOptions = {
  dev: boolean;
  port: number;
  host: string | undefined;
  env: NodeJS.ProcessEnv;
  say: (line: string) => void;
  signal?: AbortSignal;
};

const followParent = fileURLToPath(new URL('./follow-parent.mjs', import.meta.url));

// A line that names two hundred enterprises is reckoned from its address: Node's own 16 KB would end that without a word.
const mostHeaderBytes = 65_536;

function launch({ dev, port, host, env }: WebServerOptions): ChildProcess {
  const words = [nextProgram, dev ? 'dev' : 'start', '-p', String(port), ...(host ? ['-H', host] : [])];
  const header = `--max-http-header-size=${mostHeaderBytes}`;
  const nodeWords = dev ? [header] : [header, '--import', new URL(`file://${followParent}`).href];
  return spawn(process.execPath, [...nodeWords, ...words], {
    cwd: projectRoot,
    env: { ...env, NODE_ENV: dev ? 'development' : 'production', NEXT_TELEMETRY_DISABLED: '1' },
    stdio: ['ignore', 'inherit', 'inherit', ...(dev ? [] : ['ipc' as const])],
  });
}

function exitOf(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve();
    child.once('exit', () => resolve());
  });
}

async function stopChild(child: ChildProcess): Promise<void> {
  child.kill('SIGTERM');
  const late = setTimeout(() => child.kill('SIGKILL'), 8000);
  await exitOf(child);
  clearTimeout(late);
}

/** Waits until the server says that it is alive; gives up when `isOver` says so or after a minute and a half. */
export async function waitUntilHealthy(origin: string, isOver: () => boolean): Promise<void> {
  for (const deadline = performance.now() + 90_000; performance.now() < deadline && !isOver(); await sleep(50)) {
    const answer = await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
    if (answer?.ok) return;
  }
  throw new Complaint('网页服务未能启动。', '原因见上面的输出。');
}

type Watched = { stop: () => Promise<void>; failed: Promise<Complaint>; hasDied: () => boolean };

const givenUp = (): Complaint => new Complaint('网页服务反复意外停止，不再重启。', '原因见上面的输出。');

// Started again when it dies, given up after three deaths within half a minute.
function keepRunning(options: WebServerOptions): Watched {
  let child = launch(options);
  let stopping = false;
  const deaths: number[] = [];
  const watch = async (): Promise<Complaint> => {
    await exitOf(child);
    if (stopping) return new Promise(() => undefined);
    deaths.push(performance.now());
    if ((deaths.at(-3) ?? Number.NEGATIVE_INFINITY) > performance.now() - 30_000) return givenUp();
    options.say('网页服务意外停止，正在重新启动。');
    child = launch(options);
    return watch();
  };
  const stop = async (): Promise<void> => {
    stopping = true;
    await stopChild(child);
  };
  return { stop, failed: watch(), hasDied: () => deaths.length > 0 };
}

/** Starts the web server, waits until it is healthy and keeps it running. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const { stop, failed, hasDied } = keepRunning(options);
  const origin = `http://${options.host && options.host !== '0.0.0.0' ? options.host : '127.0.0.1'}:${options.port}`;
  try {
    await waitUntilHealthy(origin, () => hasDied() || options.signal?.aborted === true);
  } catch (error) {
    await stop();
    throw error;
  }
  return { failed, stop };
}
