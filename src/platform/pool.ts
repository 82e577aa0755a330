import 'server-only';
import type pg from 'pg';
import { env } from './env.ts';

declare global {
  var ningqiStatementNames: Map<string, string> | undefined;
}

/** One prepared statement per text: the database parses and plans each only once a connection. The names are as global as the pools. */
export function nameStatement(text: string): string {
  globalThis.ningqiStatementNames ??= new Map();
  const names = globalThis.ningqiStatementNames;
  const known = names.get(text);
  if (known) return known;
  // Beyond the bound a statement stays without a name: two texts under one name would be refused.
  if (names.size >= 500) return '';
  const name = `ningqi_${names.size}`;
  names.set(text, name);
  return name;
}

/** How a pool of the application connects: its rights, and a limit on every wait. `settings` are the server's, such as `timezone=UTC`. */
export function poolConfig(...settings: string[]): pg.PoolConfig {
  const { DATABASE_URL, DATABASE_ROLE } = env();
  const limits = ['statement_timeout=15000', 'lock_timeout=5000', 'idle_in_transaction_session_timeout=15000'];
  const all = ['timezone=UTC', ...limits, ...(DATABASE_ROLE ? [`role=${DATABASE_ROLE}`] : []), ...settings];
  const options = all.map((setting) => `-c ${setting}`).join(' ');
  return { connectionString: DATABASE_URL, max: 20, connectionTimeoutMillis: 5000, options };
}
