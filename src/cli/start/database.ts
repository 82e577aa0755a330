import pg from 'pg';
import { Complaint } from '../complaint.ts';
import { startEmbedded } from '../database/embedded.ts';
import { deploy } from '../migrate/deploy.ts';
import { admitLogin, applicationRole, requireServer } from './external-database.ts';
import type { Settings } from './settings.ts';

/** A migrated database: the owner's address, what the application gets in its environment, and how to stop it. */
export type Database = { ownerUrl: string; env: { DATABASE_URL: string; DATABASE_ROLE?: string }; stop: () => Promise<void> };

async function migrate(ownerUrl: string): Promise<void> {
  await deploy(ownerUrl).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Complaint(`数据库结构未能更新：${reason}`, '数据没有改动；请把以上内容交给维护人员。');
  });
}

async function openExternal(url: string, ownerUrl: string): Promise<Database> {
  await requireServer(url, 'DATABASE_URL');
  if (ownerUrl !== url) await requireServer(ownerUrl, 'DATABASE_OWNER_URL');
  await migrate(ownerUrl);
  await admitLogin(ownerUrl, url);
  return { ownerUrl, env: { DATABASE_URL: url, DATABASE_ROLE: applicationRole }, stop: () => Promise.resolve() };
}

async function openEmbedded(dataFolder: string, say: (line: string) => void): Promise<Database> {
  const { ownerUrl, webUrl, stop } = await startEmbedded({ dataFolder, say });
  try {
    await migrate(ownerUrl);
  } catch (error) {
    await stop();
    throw error;
  }
  return { ownerUrl, env: { DATABASE_URL: webUrl }, stop };
}

/** Opens the configured database, or the embedded one where none is configured, and brings its structure up to date. */
export function openDatabase(settings: Settings, say: (line: string) => void): Promise<Database> {
  const { databaseUrl, databaseOwnerUrl, dataFolder } = settings;
  return databaseUrl ? openExternal(databaseUrl, databaseOwnerUrl ?? databaseUrl) : openEmbedded(dataFolder, say);
}

/** Whether nothing was ever loaded: no district is registered. */
export async function isEmpty(ownerUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    return (await client.query('SELECT FROM district LIMIT 1')).rows.length === 0;
  } finally {
    await client.end();
  }
}
