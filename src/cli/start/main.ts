import { Complaint } from '../complaint.ts';
import { ensureBuild, ensureClient } from './build.ts';
import { type Database, isEmpty, openDatabase } from './database.ts';
import { requireFreePort } from './ports.ts';
import { readSettings, type Settings } from './settings.ts';
import { startWebServer, type WebServer } from './web-server.ts';

const say = (line: string): void => console.log(line);

/** The environment of the running application: its database login, never the owner's. */
function applicationEnv(settings: Settings, database: Database): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _kept, ...rest } = process.env;
  return {
    ...rest,
    ...database.env,
    NEXTAUTH_SECRET: settings.secret,
    NEXTAUTH_URL: settings.address,
    NINGQI_DEMO: settings.demo ? '1' : '0',
    PORT: String(settings.port),
    DATA_DIR: settings.dataFolder,
    // A newcomer's terminal is for the greeting; a real installation collects its logs.
    LOG_LEVEL: process.env.LOG_LEVEL || (settings.demo ? 'warn' : 'info'),
  };
}

async function loadDemo(settings: Settings, database: Database): Promise<void> {
  if (!settings.demo) return refuseDemoAccounts(database.ownerUrl);
  if (!(await isEmpty(database.ownerUrl))) return;
  say('正在载入演示数据……');
  const { seedDemo } = await import('#seed/seed.ts');
  await seedDemo(database.ownerUrl);
}

// Their password is printed on every demo's terminal.
async function refuseDemoAccounts(ownerUrl: string): Promise<void> {
  const { readDemoUnits } = await import('./accounts.ts');
  if ((await readDemoUnits(ownerUrl)).length === 0) return;
  throw new Complaint('这个数据库里有演示账号，不能用于正式运行。', '请换一个空的数据库；只想继续演示的，请设 NINGQI_DEMO=1。');
}

type Running = { database?: Database; web?: WebServer; dev: boolean; quit: AbortSignal };

/** Gives the greeting. Seed and greeting need the generated client and are loaded once it is there. */
async function startAll(running: Running): Promise<string> {
  const { dev, quit } = running;
  const settings = readSettings();
  await requireFreePort(settings.port, settings.host);
  await ensureClient();
  if (!dev) await ensureBuild(say, quit);
  quit.throwIfAborted();
  running.database = await openDatabase(settings, say);
  quit.throwIfAborted();
  await loadDemo(settings, running.database);
  const env = applicationEnv(settings, running.database);
  running.web = await startWebServer({ dev, port: settings.port, host: settings.host, env, say, signal: quit });
  const { greeting } = await import('./greeting.ts');
  return greeting(settings, running.database.ownerUrl);
}

async function stopAll({ web, database }: Running): Promise<void> {
  await web?.stop();
  await database?.stop();
}

function explain(error: unknown): void {
  console.error(error instanceof Complaint ? `\n${error.message}\n` : error);
}

function watchSignals(): AbortSignal {
  const quit = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => quit.abort());
  // Asked to end, npm ends its shell but not what runs in it.
  const parent = process.ppid;
  if (process.env.npm_lifecycle_event) setInterval(() => process.ppid !== parent && quit.abort(), 500).unref();
  quit.signal.addEventListener('abort', () => say('\n正在停止……'), { once: true });
  return quit.signal;
}

function aborted(quit: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (quit.aborted) resolve();
    quit.addEventListener('abort', () => resolve(), { once: true });
  });
}

/** Starts everything and stays until it is told to stop; ends with 1 and an explanation if something cannot start or keep running. */
export async function main({ dev }: { dev: boolean }): Promise<void> {
  const quit = watchSignals();
  const running: Running = { dev, quit };
  try {
    say(await startAll(running));
    const failure = await Promise.race([running.web?.failed, aborted(quit)]);
    if (failure) throw failure;
  } catch (error) {
    if (!quit.aborted) explain(error);
  }
  await stopAll(running);
  process.exit(quit.aborted ? 0 : 1);
}
