import pg from 'pg';

/** The passwords kept for an embedded server: its superuser, the owner that migrates, and the login of the running application. */
export const roleNames = ['postgres', 'ningqi_owner', 'ningqi_web'] as const;
export type RolePasswords = Record<(typeof roleNames)[number], string>;

/** The connection string for a role of a local server. */
export function localUrl(port: number, role: keyof RolePasswords, access: { passwords: RolePasswords; database?: string }): string {
  return `postgresql://${role}:${access.passwords[role]}@127.0.0.1:${port}/${access.database ?? 'ningqi'}`;
}

const groupRole = `DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'ningqi_app') THEN CREATE ROLE ningqi_app NOLOGIN; END IF;
END $$`;

async function ensureLogin(client: pg.Client, role: string, password: string): Promise<void> {
  const { rows } = await client.query('SELECT FROM pg_roles WHERE rolname = $1', [role]);
  await client.query(`${rows.length > 0 ? 'ALTER' : 'CREATE'} ROLE ${role} LOGIN PASSWORD ${client.escapeLiteral(password)}`);
}

/** Makes the roles and the (still empty) database where they are missing. Takes the superuser's connection string. */
export async function prepareRoles(superuserUrl: string, passwords: RolePasswords): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    await client.query(groupRole);
    await ensureLogin(client, 'ningqi_owner', passwords.ningqi_owner);
    await ensureLogin(client, 'ningqi_web', passwords.ningqi_web);
    await client.query('GRANT ningqi_app TO ningqi_web');
    const { rows } = await client.query(`SELECT FROM pg_database WHERE datname = 'ningqi'`);
    if (rows.length === 0) await client.query('CREATE DATABASE ningqi OWNER ningqi_owner');
  } finally {
    await client.end();
  }
}
