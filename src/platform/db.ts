import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '#prisma/client.ts';
import { env } from './env.ts';

/** A transaction, as commands receive it. */
export type Tx = Prisma.TransactionClient;
export type Db = PrismaClient;

const statementNames = new Map<string, string>();

/** One prepared statement per text: the database parses and plans each only once a connection. */
function nameStatement({ sql }: { sql: string }): string {
  const known = statementNames.get(sql);
  if (known) return known;
  const name = `ningqi_${statementNames.size}`;
  if (statementNames.size < 500) statementNames.set(sql, name);
  return name;
}

function createClient(): PrismaClient {
  const { DATABASE_URL, DATABASE_ROLE } = env();
  const settings = [
    '-c timezone=UTC',
    '-c statement_timeout=15000',
    '-c lock_timeout=5000',
    '-c idle_in_transaction_session_timeout=15000',
  ];
  if (DATABASE_ROLE) settings.push(`-c role=${DATABASE_ROLE}`);
  const adapter = new PrismaPg(
    { connectionString: DATABASE_URL, max: 20, connectionTimeoutMillis: 5000, options: settings.join(' ') },
    { statementNameGenerator: nameStatement },
  );
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5000, timeout: 20000 } });
}

declare global {
  var ningqiDb: PrismaClient | undefined;
}

/** The one pool; kept on the global object because Next evaluates a module once per bundle. */
export function db(): PrismaClient {
  globalThis.ningqiDb ??= createClient();
  return globalThis.ningqiDb;
}

export { Prisma };
