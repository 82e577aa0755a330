import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { useDatabase } from '#support/database.ts';

const append = `SELECT audit_append('431103', 'system', NULL, NULL, 'r1', 'test.happened', 'nothing', '{}')`;

describe('the application may add to the audit record and never change it', () => {
  const client = new pg.Client({ connectionString: useDatabase().appUrl });

  beforeAll(() => client.connect());
  afterAll(() => client.end());

  it('appends a record that verifies', async () => {
    await client.query(append);
    const { rows } = await client.query(`SELECT chain, audit_verify(chain) AS broken FROM audit_head WHERE chain LIKE '431103/%'`);
    expect(rows.map((row) => row.broken)).toEqual(rows.map(() => null));
    expect(rows.length).toBeGreaterThan(0);
  });

  it.each([
    `UPDATE audit_record SET event = 'something.else'`,
    'DELETE FROM audit_record',
    'TRUNCATE audit_record',
    `INSERT INTO audit_head (chain, seq, hash) VALUES ('x', 1, 'y')`,
    'UPDATE audit_head SET seq = 0',
    'ALTER TABLE audit_record DISABLE TRIGGER ALL',
    'DELETE FROM filing',
  ])('is refused: %s', async (statement) => {
    await expect(client.query(statement)).rejects.toMatchObject({ code: '42501' });
  });
});
