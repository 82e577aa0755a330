import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { seedReference } from '#seed/seed.ts';
import { Complaint } from './complaint.ts';
import { projectRoot } from './paths.ts';

/** `npm run seed`: districts, policies, calendar and registers into an empty installation; can be repeated. No accounts, no stories. */
try {
  if (existsSync(join(projectRoot, '.env'))) process.loadEnvFile(join(projectRoot, '.env'));
  const url = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (!url) throw new Complaint('没有设 DATABASE_OWNER_URL 或 DATABASE_URL，不知道写到哪个数据库。');
  await seedReference(url);
  console.log('区县、政策、日历、单位、事项、企业、执法人员名录已载入。');
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
