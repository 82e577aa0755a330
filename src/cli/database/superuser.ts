import pg from 'pg';

/** A client for the superuser of the cluster on this port; a connection that breaks is the caller's answer, not the process's end. */
export function superuserAt(port: number, password: string, connectionTimeoutMillis: number): pg.Client {
  const client = new pg.Client({ host: '127.0.0.1', port, user: 'postgres', database: 'postgres', password, connectionTimeoutMillis });
  client.on('error', () => undefined);
  return client;
}
