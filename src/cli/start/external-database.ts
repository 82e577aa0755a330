import pg from 'pg';
import { Complaint } from '../complaint.ts';

/** The group role whose rights the application runs with; the migrations grant them. */
export const applicationRole = 'ningqi_app';

async function query<Row extends pg.QueryResultRow>(connectionString: string, text: string, values: unknown[] = []): Promise<Row[]> {
  const client = new pg.Client({ connectionString, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return (await client.query<Row>(text, values)).rows;
  } finally {
    await client.end();
  }
}

/** Refuses a server that cannot be reached, or that is older than PostgreSQL 15. */
export async function requireServer(connectionString: string, variable: string): Promise<void> {
  const rows = await query<{ version: number }>(connectionString, `SELECT current_setting('server_version_num')::int AS version`).catch(
    (error: unknown) => {
      const reason = error instanceof Error ? error.message || String((error as NodeJS.ErrnoException).code) : String(error);
      throw new Complaint(`连不上环境变量 ${variable} 指定的数据库：${reason}`, '请检查地址、端口、用户名、密码，以及数据库是否已启动。');
    },
  );
  if ((rows[0]?.version ?? 0) < 150_000) throw new Complaint(`数据库版本太低：需要 PostgreSQL 15 到 18（环境变量 ${variable}）。`);
}

/** Lets the login of the running application take on the application's role, which the owner's migrations made. */
export async function admitLogin(ownerUrl: string, loginUrl: string): Promise<void> {
  const probe = `SELECT current_user AS login, pg_has_role('${applicationRole}', 'MEMBER') AS admitted`;
  const [row] = await query<{ login: string; admitted: boolean }>(loginUrl, probe);
  if (!row || row.admitted) return;
  await query(ownerUrl, `GRANT ${applicationRole} TO ${pg.escapeIdentifier(row.login)}`).catch((error: unknown) => {
    throw new Complaint(
      `用户 ${row.login} 不能使用角色 ${applicationRole}：${error instanceof Error ? error.message : String(error)}`,
      `请以管理员身份执行：GRANT ${applicationRole} TO ${pg.escapeIdentifier(row.login)};`,
    );
  });
}
