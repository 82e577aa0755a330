import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { hash } from '@node-rs/argon2';
import pg from 'pg';
import { v7 } from 'uuid';
import { roles } from '#domain/access/permissions.ts';
import { Complaint } from './complaint.ts';
import { projectRoot } from './paths.ts';

const text = { type: 'string' } as const;
const usage = `用法：npm run account -- --agency 431103-amr --username zhangsan --name 张三 --role ${roles.join('|')} [--credential 执法证号]`;

const create = `INSERT INTO user_account (id, district_code, agency_code, username, name, role, inspector_id, password_hash)
  SELECT $1::uuid, district_code, code, $3, $4, $5::role, (SELECT id FROM inspector WHERE credential_no = $6 AND agency_code = agency.code), $7
  FROM agency WHERE code = $2`;

const record = `SELECT audit_append(district_code, 'system', code, NULL, 'npm run account', 'user.created', $1, jsonb_build_object('role', $3::text))
  FROM agency WHERE code = $2`;

function readWish() {
  const { values } = parseArgs({ options: { agency: text, username: text, name: text, role: text, credential: text } });
  const { agency, username, name, role, credential } = values;
  if (agency && username && name && roles.some((known) => known === role)) return { agency, username, name, role, credential };
  throw new Complaint(usage);
}

async function createAccount(url: string, password: string): Promise<void> {
  const { agency, username, name, role, credential = null } = readWish();
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const id = v7();
    await client.query('BEGIN');
    const { rowCount } = await client.query(create, [id, agency, username.toLowerCase(), name, role, credential, await hash(password)]);
    if (rowCount !== 1) throw new Complaint(`没有单位 ${agency}。`);
    await client.query(record, [id, agency, role]);
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** `npm run account`: opens an account with the owner's rights and prints its first password once. */
try {
  if (existsSync(join(projectRoot, '.env'))) process.loadEnvFile(join(projectRoot, '.env'));
  const url = process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL;
  if (!url) throw new Complaint('没有设 DATABASE_OWNER_URL 或 DATABASE_URL。', usage);
  const password = randomBytes(12).toString('base64url');
  await createAccount(url, password);
  console.log(`账号已建立，初始密码（只显示这一次）：${password}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
