import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Complaint } from '../complaint.ts';
import { superuserAt } from './superuser.ts';

/** The name under which a running start program stays connected, so that a second one knows it is not alone. */
export const keeperName = 'ningqi-keeper';

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

// A number may have been given to another program since; where nobody can tell (no /proc, no ps) it counts as PostgreSQL.
function isPostgres(pid: number): boolean {
  if (!isAlive(pid)) return false;
  const words = existsSync(`/proc/${pid}/cmdline`)
    ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
    : (spawnSync('ps', ['-o', 'args=', '-p', String(pid)], { encoding: 'utf8' }).stdout ?? 'postgres');
  return words.includes('postgres');
}

async function isKept(port: number, password: string): Promise<boolean> {
  const client = superuserAt(port, password, 2000);
  try {
    await client.connect();
    return (await client.query('SELECT FROM pg_stat_activity WHERE application_name = $1', [keeperName])).rows.length > 0;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function stopOrphan(pid: number): Promise<void> {
  for (const [signal, seconds] of [
    ['SIGINT', 8],
    ['SIGQUIT', 5],
  ] as const) {
    process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 10 && isAlive(pid); waited += 1) await sleep(100);
    if (!isAlive(pid)) return;
  }
  throw new Complaint(`上次留下的数据库进程（${pid}）停不下来。`, `请先结束进程 ${pid}，再重新启动。`);
}

/** Clears what a killed start left behind in a data directory: a lock file, or a server that nobody watches any more. */
export async function clearRemains(cluster: string, superuserPassword: string): Promise<void> {
  const lock = join(cluster, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const lines = readFileSync(lock, 'utf8').split('\n');
  const pid = Number.parseInt(lines[0] ?? '', 10);
  if (!(pid > 1) || !isPostgres(pid)) return rmSync(lock, { force: true });
  if (await isKept(Number(lines[3]), superuserPassword)) {
    throw new Complaint('已有一个宁企通正在使用这个数据文件夹。', '请先停止它；要同时运行两个，请用环境变量 DATA_DIR 和 PORT 分开。');
  }
  await stopOrphan(pid);
}
