import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deploy } from './deploy.ts';
import { diffSchemas } from './diff.ts';
import { migrationsFolder } from './migration-list.ts';
import { readCommittedSchema, readSchema } from './schema-files.ts';
import { readStatus } from './status.ts';

function ownerUrl(): string {
  const url = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (!url) throw new Error('缺少 DATABASE_OWNER_URL 或 DATABASE_URL，不知道要迁移哪个数据库。');
  return url;
}

async function writeDiff(name: string | undefined, from = 'HEAD'): Promise<void> {
  if (!name || !/^[a-z0-9_]+$/.test(name)) throw new Error('用法：npm run db:diff -- 名称 [起点提交]，名称用小写字母、数字和下划线。');
  const before = from === 'empty' ? [] : readCommittedSchema(from);
  const sql = await diffSchemas(before, readSchema());
  if (sql === '') return console.log('数据模型没有变化，未生成迁移。');
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = join(migrationsFolder, `${stamp}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), `-- Why: \n${sql}\n`);
  writeFileSync(join(migrationsFolder, 'migration_lock.toml'), 'provider = "postgresql"\n');
  console.log(`已写入 ${folder}/migration.sql，请补上第一行的缘由并检查。`);
}

async function run(verb: string | undefined, args: string[]): Promise<void> {
  if (verb === 'diff') return writeDiff(args[0], args[1]);
  if (verb === 'status') return console.log(JSON.stringify(await readStatus(ownerUrl()), null, 2));
  if (verb === 'deploy') return console.log((await deploy(ownerUrl())).join('\n') || '没有待执行的迁移。');
  throw new Error('用法：deploy | diff 名称 [起点提交] | status');
}

try {
  const [verb, ...args] = process.argv.slice(2);
  await run(verb, args);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
