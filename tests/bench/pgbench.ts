import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '#cli/paths.ts';
import { connected } from './database.ts';
import type { World } from './world.ts';

const prepare = `CREATE TABLE bench_target (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, agency text NOT NULL, body jsonb NOT NULL);
  CREATE SEQUENCE bench_turn; GRANT SELECT ON bench_target TO ningqi_app; GRANT USAGE ON bench_turn TO ningqi_app;`;
const fill =
  'INSERT INTO bench_target (agency, body) SELECT agency, body::jsonb FROM unnest($1::text[], $2::text[]) AS given (agency, body)';
const turn = `WITH turn AS MATERIALIZED (SELECT nextval('bench_turn') AS id)
SELECT bench_file(agency, body, gen_random_uuid(), upper(left(md5(random()::text), 26)), 'pgbench') FROM turn JOIN bench_target USING (id);
`.replaceAll('\n', ' ');

async function layOut({ database, nextTarget, options }: World): Promise<void> {
  const targets = Array.from({ length: options.seconds * 3000 }, nextTarget);
  await connected(database.ownerUrl, async (owner) => {
    await owner.query(prepare);
    await owner.query(fill, [targets.map(({ agency }) => agency), targets.map(({ body }) => JSON.stringify(body))]);
    await owner.query('ANALYZE bench_target');
  });
}

/** F3: the same function driven by pgbench, prepared; a line that says how often, or that there is no pgbench here. */
export async function measurePgbench(world: World): Promise<string> {
  if (spawnSync('pgbench', ['--version']).status !== 0) return 'F3: pgbench is not installed';
  await layOut(world);
  const script = join(projectRoot, '.tmp/bench-turn.sql');
  writeFileSync(script, `${turn}\n`);
  const { connections, seconds } = world.options;
  const words = ['-n', '-M', 'prepared', '-c', String(connections), '-j', '2', '-T', String(seconds), '-f', script, world.database.webUrl];
  const { stdout, stderr } = spawnSync('pgbench', words, { encoding: 'utf8', timeout: (seconds + 60) * 1000 });
  const rate = /tps = ([\d.]+)/.exec(stdout)?.[1];
  return rate ? `F3 pgbench, one function, prepared: ${Number(rate).toFixed(0)} a second` : `F3: pgbench failed: ${stderr.slice(0, 300)}`;
}
