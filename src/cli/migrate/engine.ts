import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrismaPg } from '@prisma/adapter-pg';
import {
  bindMigrationAwareSqlAdapterFactory,
  ColumnTypeEnum,
  mockAdapter,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from '@prisma/driver-adapter-utils';
import type { SchemaContainer, SchemaEngine } from '@prisma/schema-engine-wasm/schema_engine_bg';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import pg from 'pg';

const engineFile = createRequire(import.meta.url)
  .resolve('@prisma/schema-engine-wasm/schema_engine_bg')
  .replace(/\.js$/, '.wasm');

// A PL/pgSQL body holds semicolons, so a script has to reach the server in one piece; it then is one transaction as well.
async function connectTo(pool: pg.Pool): Promise<SqlDriverAdapter> {
  const adapter = await new PrismaPg(pool).connect();
  return Object.assign(adapter, {
    executeScript: async (script: string): Promise<void> => {
      await pool.query(script);
    },
  });
}

// The engine looks at its server before the first question, even where the question needs none: the oldest one we serve answers.
function connectToNothing(): SqlDriverAdapter {
  const { Boolean: bool, Text: text, Int32: int } = ColumnTypeEnum;
  const version = {
    columnNames: ['exists', 'version', 'numeric_version'],
    columnTypes: [bool, text, int],
    rows: [[true, 'PostgreSQL 15.0', 150_000]],
  };
  return Object.assign(mockAdapter('postgres'), {
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    queryRaw: () => Promise.resolve(version),
    dispose: () => Promise.resolve(),
  });
}

function adapterFactory(pool: pg.Pool | undefined): SqlMigrationAwareDriverAdapterFactory {
  const connect = (): Promise<SqlDriverAdapter> => (pool ? connectTo(pool) : Promise.resolve(connectToNothing()));
  return { provider: 'postgres', adapterName: '@prisma/adapter-pg', connect, connectToShadowDb: connect };
}

// The engine arms a timer for its lock and forgets it: left as it is, every program that migrates would end ten seconds late.
const imports = Object.fromEntries(
  Object.entries(bindings).map(([name, binding]) => {
    const lenient = (callback: () => void, milliseconds: number): NodeJS.Timeout => setTimeout(callback, milliseconds).unref();
    return [name, name.startsWith('__wbg_setTimeout_') ? lenient : binding];
  }),
) as WebAssembly.ModuleImports;

let instantiated = false;

function instantiate(): void {
  if (instantiated) return;
  const module = new WebAssembly.Module(readFileSync(engineFile));
  const instance = new WebAssembly.Instance(module, { './schema_engine_bg.js': imports });
  const { __wbg_set_wasm: setWasm } = bindings as unknown as { __wbg_set_wasm: (exports: WebAssembly.Exports) => void };
  setWasm(instance.exports);
  (instance.exports.__wbindgen_start as () => void)();
  instantiated = true;
}

/** An open schema engine; `close` gives its memory and connections back. */
export type OpenEngine = { engine: SchemaEngine; close: () => Promise<void> };

/**
 * Opens Prisma's own schema engine (wasm build) over a database.
 * Without a connection string only questions about schemas can be asked: the pool connects lazily.
 */
export async function openEngine(connectionString: string | undefined, schema: SchemaContainer[]): Promise<OpenEngine> {
  instantiate();
  const pool = connectionString === undefined ? undefined : new pg.Pool({ connectionString, max: 1, connectionTimeoutMillis: 10_000 });
  const datamodels = schema.map((file): [string, string] => [file.path, file.content]);
  const engine = await bindings.SchemaEngine.new(
    { datamodels },
    () => undefined,
    bindMigrationAwareSqlAdapterFactory(adapterFactory(pool)),
  );
  const close = async (): Promise<void> => {
    engine.free();
    await pool?.end();
  };
  return { engine, close };
}
