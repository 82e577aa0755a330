import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { Complaint } from '../complaint.ts';

/** The OS user that PostgreSQL runs as; undefined means: whoever we are. */
export type OsUser = { uid: number; gid: number } | undefined;

function lookUp(name: string): OsUser {
  const ask = (flag: string): number => Number.parseInt(spawnSync('id', [flag, name], { encoding: 'utf8' }).stdout || '', 10);
  const [uid, gid] = [ask('-u'), ask('-g')];
  return Number.isNaN(uid) || Number.isNaN(gid) ? undefined : { uid, gid };
}

/** PostgreSQL refuses to run as root, so root lends it a user: `postgres`, made where it is missing, or else `nobody`. */
export function databaseUser(): OsUser {
  if (process.getuid?.() !== 0) return undefined;
  const present = lookUp('postgres');
  if (present) return present;
  spawnSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const user = lookUp('postgres') ?? lookUp('nobody');
  if (user) return user;
  throw new Complaint('数据库不能以 root 身份运行，而系统里既没有也无法创建用户 postgres。', '请改用普通用户运行。');
}

/** Whether the user may pass through every folder down to this one (access lists apart). */
export function mayEnter(folder: string, user: OsUser): boolean {
  if (!user) return true;
  for (let path = realpathSync(folder); ; path = dirname(path)) {
    const { uid, gid, mode } = statSync(path);
    const bit = uid === user.uid ? 0o100 : gid === user.gid ? 0o010 : 0o001;
    if ((mode & bit) === 0) return false;
    if (path === dirname(path)) return true;
  }
}

/** Makes a folder that only the user may read. */
export function makePrivateFolder(folder: string, user: OsUser): void {
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o700);
  if (user) chownSync(folder, user.uid, user.gid);
}
