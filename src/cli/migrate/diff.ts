import type { DiffTarget, SchemaContainer } from '@prisma/schema-engine-wasm/schema_engine_bg';
import { openEngine } from './engine.ts';

function target(files: SchemaContainer[]): DiffTarget {
  return files.length === 0 ? { tag: 'empty' } : { tag: 'schemaDatamodel', files };
}

/** The SQL that leads from one schema to another; empty when they mean the same. Needs no database. */
export async function diffSchemas(from: SchemaContainer[], to: SchemaContainer[]): Promise<string> {
  const { engine, close } = await openEngine(undefined, to);
  try {
    const filters = { externalTables: [], externalEnums: [] };
    const { stdout } = await engine.diff({ from: target(from), to: target(to), script: true, exitCode: null, filters });
    const sql = (stdout ?? '').trim();
    return sql === '-- This is an empty migration.' ? '' : sql;
  } finally {
    await close();
  }
}
