import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { projectRoot } from '#cli/paths.ts';
import { computeOutcomes } from '#domain/draw/compute-draw.ts';
import type { DrawResult, FrozenRecord } from '#domain/draw/record.ts';
import { hmacWith } from '#platform/entropy.ts';
import { asOwner } from '#support/api.ts';
import type { Actors } from '#support/draw-actor.ts';
import { castOf, placePooled } from '#support/draw-lives.ts';

// 6 in every run; DRAW_CRASHES=200 for the long one.
const kills = Number(process.env.DRAW_CRASHES ?? 6);
const steps = ['prepare', 'freeze', 'commit', 'reveal', 'request', 'compute', 'publish', 'commit', 'reveal', 'freeze', 'publish'];

const { filer, office, witness } = await castOf();
const actors = JSON.stringify({ filer: filer.actor, office: office.actor, witness: witness.actor } as Actors);
// Nobody waits a day for objections here.
await asOwner(`UPDATE policy_value SET value = jsonb_set(value, '{objectionHours}', '0') WHERE key = 'draw'`);

function start(): ChildProcess {
  const words = ['--conditions=react-server', '--import', 'tsx', 'tests/support/draw-actor.ts', actors];
  return spawn(process.execPath, words, { cwd: projectRoot, env: process.env, stdio: ['pipe', 'pipe', 'inherit'] });
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

let killed = 0;

/** Lets a program bring an entry's draw to its end; kills it where the plan says so. True when the draw is published. */
async function live(child: ChildProcess, entry: string): Promise<boolean> {
  child.stdin?.write(`${entry}\n`);
  for await (const said of createInterface({ input: child.stdout ?? process.stdin })) {
    if (said === 'done') return true;
    if (killed >= kills || said !== steps[killed % steps.length]) continue;
    await sleep(((killed * 7) % 5) * 6);
    await kill(child);
    killed++;
    return false;
  }
  throw new Error('the program ended by itself');
}

type Row = { id: string; status: string; draws: number; frozen: string; result: string; events: Record<string, number>; outcomes: number };
const readLives = (entries: readonly string[]) =>
  asOwner<Row>(
    `SELECT draw.id, draw.status::text, frozen, result, (SELECT count(*)::int FROM draw_entry other WHERE other.plan_entry_id = part.plan_entry_id) AS draws,
      (SELECT count(*)::int FROM draw_outcome WHERE draw_id = draw.id) AS outcomes,
      (SELECT json_object_agg(event, times) FROM (SELECT event, count(*)::int AS times FROM audit_record WHERE subject = draw.id::text GROUP BY 1) told) AS events
    FROM draw_entry part JOIN draw ON draw.id = part.draw_id JOIN draw_record record ON record.draw_id = draw.id JOIN draw_result outcome ON outcome.draw_id = draw.id
    WHERE part.plan_entry_id = ANY ($1)`,
    [entries],
  );

it(
  `a draw whose program is killed ${kills} times, at every step, goes on to the one outcome`,
  async () => {
    const entries: string[] = [];
    let spare = start();
    while (killed < kills) {
      const { id } = await placePooled({ agency: filer.agencyCode });
      entries.push(id);
      for (let isDone = false; !isDone; ) {
        const child = spare;
        spare = start();
        isDone = await live(child, id);
        if (child.signalCode === null) await kill(child);
      }
    }
    await kill(spare);
    const rows = await readLives(entries);
    expect(rows).toHaveLength(entries.length);
    for (const { status, draws, events, outcomes, frozen, result } of rows) {
      expect({ status, draws, outcomes }).toEqual({ status: 'published', draws: 1, outcomes: 5 });
      for (const event of ['draw.prepared', 'draw.frozen', 'draw.drawn', 'draw.published'])
        expect(`${event} ${events[event]}`).toBe(`${event} 1`);
      const { seed, outcomes: kept } = JSON.parse(result) as DrawResult;
      expect(computeOutcomes(JSON.parse(frozen) as FrozenRecord, hmacWith(seed))).toEqual({ kind: 'outcomes', outcomes: kept });
    }
    const [gaps] = await asOwner<{ gaps: number }>(
      `SELECT (SELECT last FROM draw_serial WHERE district_code = $1 AND year = d.year) - max(serial) AS gaps FROM draw d WHERE district_code = $1
        AND year = extract(year FROM now() AT TIME ZONE 'Asia/Shanghai') AND serial IS NOT NULL GROUP BY year`,
      [filer.districtCode],
    );
    expect(gaps?.gaps).toBe(0);
  },
  60_000 + kills * 10_000,
);
