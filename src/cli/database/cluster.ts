import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from '../complaint.ts';
import { makePrivateFolder } from './os-user.ts';
import type { Place } from './place.ts';

/** The data directory of a place. */
export function clusterFolder(place: Place): string {
  return join(place.folder, 'cluster');
}

// Trigram search looks at LC_CTYPE to tell letters from signs: under plain C no Chinese character counts as a letter.
const localeChoices = ['C.UTF-8', 'en_US.UTF-8', 'C'];

function runInitdb(place: Place, draft: string, ctype: string): string | undefined {
  const words = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C', `--lc-ctype=${ctype}`];
  const access = ['--username=postgres', '--auth=scram-sha-256', `--pwfile=${join(place.folder, 'pwfile')}`];
  makePrivateFolder(draft, place.user);
  const env = { ...process.env, LC_ALL: 'C' };
  const options = { ...place.user, cwd: place.folder, encoding: 'utf8' as const, env };
  const run = spawnSync(join(place.binaries, 'bin/initdb'), ['-D', draft, ...words, ...access], options);
  if (run.status === 0) return undefined;
  rmSync(draft, { recursive: true, force: true });
  return `${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`;
}

// Made under another name first: an interrupted initdb must not look like a database.
function create(place: Place, superuserPassword: string): void {
  const draft = join(place.folder, 'cluster.new');
  const pwfile = join(place.folder, 'pwfile');
  rmSync(draft, { recursive: true, force: true });
  writeFileSync(pwfile, superuserPassword, { mode: 0o600 });
  if (place.user) chownSync(pwfile, place.user.uid, place.user.gid);
  const failures = localeChoices.map((ctype) => (existsSync(draft) ? undefined : runInitdb(place, draft, ctype)));
  rmSync(pwfile);
  if (!existsSync(draft)) throw new Complaint(`数据库未能初始化：\n${failures.at(-1)}`, `请检查 ${place.folder} 所在磁盘的空间和权限。`);
  renameSync(draft, clusterFolder(place));
}

function broken(folder: string, why: string): Complaint {
  return new Complaint(
    `数据库无法启动：${why}`,
    `数据文件夹：${folder}`,
    '有备份的，请恢复该文件夹后重试；',
    '只是演示的，请移走或删除该文件夹后重试，系统会重新建库并载入演示数据；',
    '也可以用环境变量 DATA_DIR 另指一个文件夹，或用 DATABASE_URL 指定其他数据库。',
  );
}

/** Says why a data directory does not start, and what to do. `log` is the end of the server's own log. */
export function complainOfCluster(place: Place, log: string): Complaint {
  const lines = log.split('\n').filter((line) => /FATAL|PANIC|ERROR|error/.test(line));
  return broken(clusterFolder(place), `数据可能已损坏或被占用。\n${lines.slice(-3).join('\n') || log.slice(-600)}`);
}

/** Makes the data directory where there is none, and refuses one that is not whole or not of this version. */
export function prepareCluster(place: Place, superuserPassword: string): void {
  const folder = clusterFolder(place);
  if (!existsSync(folder) || readdirSync(folder).length === 0) {
    rmSync(folder, { recursive: true, force: true });
    create(place, superuserPassword);
    return;
  }
  const versionFile = join(folder, 'PG_VERSION');
  if (!existsSync(versionFile) || !existsSync(join(folder, 'global/pg_control'))) throw broken(folder, '数据文件夹不完整。');
  const version = readFileSync(versionFile, 'utf8').trim();
  if (version !== '18') throw broken(folder, `数据由 PostgreSQL ${version} 写成，与内置的 18 不符。`);
}
