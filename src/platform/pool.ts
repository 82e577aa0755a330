import 'server-only';
import pg from 'pg';
import { env } from './env.ts';

const statementNames = new Map<string, string>();

/** One prepared statement per text: the database parses and plans each only once a connection. */
export function nameStatement(text: string): string {
  const known = statementNames.get(text);
  if (known) return known;
  // Beyond the bound a statement stays without a name: two texts under one name would be refused.
  if (statementNames.size >= 500) return '';
  const name = `ningqi_${statementNames.size}`;
  statementNames.set(text, name);
  return name;
}

/** The pool of the application: limits on every wait, and statements of one turn sent without waiting for each other's answer. */
export function createPool(): pg.Pool {
  const { DATABASE_URL, DATABASE_ROLE } = env();
  const settings = [
    '-c timezone=UTC',
    '-c statement_timeout=15000',
    '-c lock_timeout=5000',
    '-c idle_in_transaction_session_timeout=15000',
  ];
  if (DATABASE_ROLE) settings.push(`-c role=${DATABASE_ROLE}`);
  const limits = { max: 20, connectionTimeoutMillis: 5000, options: settings.join(' ') };
  const pool = new pg.Pool({ connectionString: DATABASE_URL, pipeline: true, ...limits });
  // A connection that breaks while idle is replaced at the next use; without a listener it would end the process.
  pool.on('error', () => undefined);
  return pool;
}
