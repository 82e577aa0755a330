import { createHash, randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import pg from 'pg';
import { v7 } from 'uuid';
import { Complaint } from './complaint.ts';
import { runningWebUrl } from './database/running.ts';
import { dataFolder, projectRoot } from './paths.ts';

type Wish = { readonly district: string; readonly agency: string; readonly label: string };

const create = `WITH made AS (
    INSERT INTO api_key (id, agency_code, label, key_hash, hint)
    SELECT $1::uuid, code, $4, $5, $6 FROM agency WHERE code = $3 AND district_code = $2 RETURNING id
  )
  SELECT audit_append($2, 'system', $3, NULL, 'npm run api-key', 'apiKey.created', id::text, jsonb_build_object('agency', $3::text, 'label', $4::text)) FROM made`;

function readWish(): Wish {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({ options: { district: text, agency: text, label: { ...text, default: '命令行建立' } } });
  const { district, agency, label } = values;
  if (district && agency) return { district, agency, label };
  throw new Complaint('用法：npm run api-key -- --district 431103 --agency 431103-amr [--label 用途]');
}

/** Stores a new key with its audit record, with the application's rights. Gives its secret, which is kept nowhere. */
async function createKey(connectionString: string, { district, agency, label }: Wish): Promise<string> {
  const secret = `nq_${randomBytes(32).toString('base64url')}`;
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query('BEGIN');
    await client.query('SET LOCAL ROLE ningqi_app');
    const hash = createHash('sha256').update(secret).digest('hex');
    const { rowCount } = await client.query(create, [v7(), district, agency, label, hash, secret.slice(0, 9)]);
    if (rowCount !== 1) throw new Complaint(`区县 ${district} 没有单位 ${agency}。`, '单位代码见接口密钥页，例如 431103-amr。');
    await client.query('COMMIT');
    return secret;
  } finally {
    await client.end();
  }
}

try {
  const wish = readWish();
  if (existsSync(join(projectRoot, '.env'))) process.loadEnvFile(join(projectRoot, '.env'));
  console.log(await createKey(process.env.DATABASE_URL || runningWebUrl(dataFolder()), wish));
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
