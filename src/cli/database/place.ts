import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { copyBinaries, installedBinaries } from './binaries.ts';
import { databaseUser, makePrivateFolder, mayEnter, type OsUser } from './os-user.ts';

// Where things go that the database's OS user could not reach below the project.
const shelf = '/var/lib/ningqi';

/** Where an embedded database lives: its programs, its own private folder, and the OS user it runs as. */
export type Place = { binaries: string; folder: string; user: OsUser };

// A random name kept in the data folder: whoever deletes that folder gets a new, empty database and never an old one back.
function outsideFolder(dataFolder: string): string {
  const marker = join(dataFolder, 'database-place');
  if (!existsSync(marker)) writeFileSync(marker, `${join(shelf, randomBytes(8).toString('hex'))}\n`);
  return readFileSync(marker, 'utf8').trim();
}

function choosePrograms(user: OsUser): string {
  const installed = installedBinaries();
  if (!user || spawnSync(join(installed, 'bin/postgres'), ['--version'], { ...user, cwd: '/' }).status === 0) return installed;
  return copyBinaries(installed, shelf);
}

/** Chooses (and makes) the place for the database of a data folder; says so where it lies elsewhere. */
export function choosePlace(folderOfData: string, say: (line: string) => void): Place {
  const dataFolder = resolve(folderOfData);
  const user = databaseUser();
  mkdirSync(dataFolder, { recursive: true });
  const inside = mayEnter(dataFolder, user);
  if (!inside) mkdirSync(shelf, { recursive: true, mode: 0o755 });
  const folder = inside ? join(dataFolder, 'database') : outsideFolder(dataFolder);
  if (!inside) say(`数据库的系统用户进不了 ${dataFolder}，数据改放在 ${folder}（长期保留）。`);
  makePrivateFolder(folder, user);
  return { binaries: choosePrograms(user), folder, user };
}
