import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { projectRoot } from '#cli/paths.ts';
import { type BenchDatabase, connected, openDatabase } from '../database.ts';
import type { DrawRun } from '../draw-run.ts';
import { median } from '../rounds.ts';
import type { Found, Scenario } from '../scenario.ts';

const run = promisify(execFile);
const size = 1_000_000;
const rounds = 3;

// A district of a million, all else as it is.
const fill = `
CREATE TABLE bench_frozen (frozen text NOT NULL, pool_hash char(64) NOT NULL);
GRANT INSERT ON bench_frozen TO PUBLIC;
INSERT INTO enterprise (id, district_code, uscc, name, territory_code, accountable_code, in_park, industry, industry_name, size, risk, key_enterprise,
  address, contact_name, contact_phone, status)
SELECT uuidv7(), '431103', '91431103MB' || lpad(n::text, 8, '0'), '万企' || n, place, place, false, '59', '', 'small', (ARRAY['A', 'B', 'C', 'D']::risk_tier[])[1 + n % 4],
  false, '', '', '', 'active'
FROM generate_series(1, ${size}) n, LATERAL (SELECT min(code) AS place FROM territory WHERE district_code = '431103') first;
VACUUM ANALYZE enterprise;`;

const sorted = (by: string) =>
  `SELECT max(uscc) FROM (SELECT uscc FROM enterprise WHERE district_code = '431103' AND status = 'active' ORDER BY ${by} OFFSET 0) pool`;
const floors = { sha256: sorted("sha256(convert_to('seed' || uscc, 'UTF8'))"), random: sorted('random()') };

function sort({ webUrl }: BenchDatabase, sql: string): Promise<number> {
  return connected(webUrl, async (client) => {
    const since = performance.now();
    await client.query(sql);
    return (performance.now() - since) / 1000;
  });
}

async function draw({ webUrl }: BenchDatabase): Promise<DrawRun> {
  const words = ['--conditions=react-server', '--import', 'tsx', 'tests/bench/draw-run.ts'];
  const server = { DATABASE_URL: webUrl, NEXTAUTH_URL: 'http://localhost:3000', NEXTAUTH_SECRET: 'x'.repeat(32) };
  const env = { ...process.env, ...server, NINGQI_DEMO: '1', LOG_LEVEL: 'error', NODE_ENV: 'production' } as NodeJS.ProcessEnv;
  const { stdout } = await run(process.execPath, words, { cwd: projectRoot, env });
  return JSON.parse(stdout.trim().split('\n').at(-1) ?? '') as DrawRun;
}

function tell(runs: readonly DrawRun[], times: Readonly<Record<keyof typeof floors, readonly number[]>>): string[] {
  const of = (key: keyof DrawRun) => median(runs.map((each) => each[key]));
  const sha256 = median(times.sha256);
  const parts = (['gathered', 'written', 'stored', 'drawn', 'verified'] as const).map((key) => `${key} ${of(key).toFixed(2)} s`);
  const ratio = (seconds: number) => `${(seconds / sha256).toFixed(1)} ×`;
  const freezing = of('gathered') + of('written') + of('stored');
  return [
    `${of('subjects')} candidates, 1,000 drawn, record of ${of('megabytes').toFixed(0)} MB, medians of ${rounds} alternating rounds`,
    parts.join(', '),
    `floors: sort by sha256 in the database ${sha256.toFixed(2)} s, ORDER BY random() ${median(times.random).toFixed(2)} s`,
    `against the sort by sha256 (goal of the draw: 3 ×): freeze ${ratio(freezing)}, draw ${ratio(of('drawn'))}, verify ${ratio(of('verified'))}`,
    `peak ${of('peak').toFixed(0)} MB above idle`,
  ];
}

async function measure(): Promise<Found> {
  const database = await openDatabase(console.log);
  try {
    await connected(database.adminUrl, async (client) => {
      for (const statement of fill.split(';').filter((each) => each.trim() !== '')) await client.query(statement);
    });
    const times = { sha256: [] as number[], random: [] as number[] };
    const runs: DrawRun[] = [];
    for (let round = 0; round < rounds; round++) {
      runs.push(await draw(database));
      times.sha256.push(await sort(database, floors.sha256));
      times.random.push(await sort(database, floors.random));
    }
    return { measured: [], notes: tell(runs, times) };
  } finally {
    await database.stop();
  }
}

/** A pool of a million: frozen, drawn and verified, beside one sort of it in the database. */
export const largeDraw: Scenario = { title: 'draw of 1,000 out of 1,000,000', goal: null, alone: true, run: measure };
