import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from '../complaint.ts';
import { keepSecrets } from '../secrets.ts';
import { clusterFolder } from './cluster.ts';
import { choosePlace } from './place.ts';
import { localUrl, roleNames } from './roles.ts';

/** The application's own way into the embedded database that a start in progress has running on a data folder. */
export function runningWebUrl(dataFolder: string): string {
  // Choosing a place makes it: so look first whether there is one.
  const isThere = existsSync(join(dataFolder, 'database')) || existsSync(join(dataFolder, 'database-place'));
  const place = isThere ? choosePlace(dataFolder, () => undefined) : null;
  const lock = place && join(clusterFolder(place), 'postmaster.pid');
  if (!lock || !existsSync(lock))
    throw new Complaint('数据库没有运行。', '请先在另一个窗口运行 npm start；或者用 DATABASE_URL 指定数据库。');
  const port = Number(readFileSync(lock, 'utf8').split('\n')[3]);
  return localUrl(port, 'ningqi_web', { passwords: keepSecrets(join(place.folder, 'passwords.json'), roleNames) });
}
