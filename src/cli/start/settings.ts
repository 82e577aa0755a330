import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Complaint } from '../complaint.ts';
import { dataFolder, projectRoot } from '../paths.ts';
import { keepSecrets } from '../secrets.ts';

/** What a start runs on. `host` undefined means every address of the machine. */
export type Settings = {
  demo: boolean;
  port: number;
  host: string | undefined;
  dataFolder: string;
  secret: string;
  address: string;
  databaseUrl: string | undefined;
  databaseOwnerUrl: string | undefined;
};

function readPort(): number {
  const port = Number(process.env.PORT || 3000);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Complaint(`PORT 不是有效的端口号：${process.env.PORT}`, '请给出 1 到 65535 之间的整数，或删去这个变量以使用 3000。');
}

// A demo is what runs when nobody configured anything; one configured word makes it a real installation unless told otherwise.
function isDemo(): boolean {
  const { NINGQI_DEMO, DATABASE_URL, NEXTAUTH_SECRET, NEXTAUTH_URL } = process.env;
  if (NINGQI_DEMO) return NINGQI_DEMO === '1';
  return !DATABASE_URL && !NEXTAUTH_SECRET && !NEXTAUTH_URL;
}

function requireSecrets(): void {
  const { NEXTAUTH_SECRET = '', NEXTAUTH_URL = '' } = process.env;
  const faults: string[] = [];
  if (NEXTAUTH_SECRET.length < 32) faults.push('NEXTAUTH_SECRET：会话签名密钥，至少 32 个字符，可用 openssl rand -base64 48 生成；');
  if (!URL.canParse(NEXTAUTH_URL)) faults.push('NEXTAUTH_URL：对外的正式网址，如 https://ningqi.example.gov.cn；');
  if (faults.length > 0)
    throw new Complaint('缺少以下环境变量，系统不启动：', ...faults, '说明见 .env.example；只想试用的，请不设任何变量直接运行 npm start。');
}

/** Reads `.env` and the environment; outside the demo it refuses to go on without secrets, in the demo it makes them. */
export function readSettings(): Settings {
  if (existsSync(join(projectRoot, '.env'))) process.loadEnvFile(join(projectRoot, '.env'));
  const demo = isDemo();
  const port = readPort();
  if (!demo) requireSecrets();
  const folder = dataFolder();
  mkdirSync(folder, { recursive: true });
  return {
    demo,
    port,
    // The demo's passwords are public, so by default nobody else on the network gets at it.
    host: process.env.HOST || (demo ? '127.0.0.1' : undefined),
    dataFolder: folder,
    secret: process.env.NEXTAUTH_SECRET || keepSecrets(join(folder, 'secrets.json'), ['nextauthSecret']).nextauthSecret,
    address: process.env.NEXTAUTH_URL || `http://localhost:${port}`,
    databaseUrl: process.env.DATABASE_URL || undefined,
    databaseOwnerUrl: process.env.DATABASE_OWNER_URL || process.env.DATABASE_URL || undefined,
  };
}
