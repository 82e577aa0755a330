import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import { Prisma, PrismaClient } from '#prisma/client.ts';
import { nameStatement, poolConfig } from './pool.ts';

/** A transaction, as commands receive it. */
export type Tx = Prisma.TransactionClient;
export type Db = PrismaClient;

/** Statements alone, without the models: all that the busiest calls need, at a fifth of the work. A `Tx` is one as well. */
export type Statements = {
  readonly $queryRaw: <Rows>(statement: Prisma.Sql) => Promise<Rows>;
  readonly $executeRaw: (statement: Prisma.Sql) => Promise<number>;
};

function createClient(): PrismaClient {
  const adapter = new PrismaPg(poolConfig(), {
    statementNameGenerator: ({ sql }) => nameStatement(sql),
  });
  return new PrismaClient({ adapter, transactionOptions: { maxWait: 5000, timeout: 20000 } });
}

declare global {
  var ningqiDb: PrismaClient | undefined;
}

/** The one client; kept on the global object because Next evaluates a module once per bundle. */
export function db(): PrismaClient {
  globalThis.ningqiDb ??= createClient();
  return globalThis.ningqiDb;
}

export { Prisma };
