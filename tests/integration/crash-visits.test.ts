import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { expect, inject, it } from 'vitest';
import { projectRoot } from '#cli/paths.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { useDatabase } from '#support/database.ts';
import { keyOf, signIn } from '#support/people.ts';
import { readEvents, readFiling } from '#support/rows.ts';
import { execute } from '#support/test-connection.ts';
import type { Queued } from '#support/visit-actor.ts';
import { stepOf, visitNow } from '#support/visits.ts';

// 20 in every run; VISIT_CRASHES=200 for the long one.
const kills = Number(process.env.VISIT_CRASHES ?? 20);
const { leng } = journey;
const key = await keyOf(leng.agency);
const { actor } = await signIn('hechen');

function start(): ChildProcess {
  const words = ['--conditions=react-server', '--import', 'tsx', 'tests/support/visit-actor.ts', JSON.stringify(actor)];
  return spawn(process.execPath, words, { cwd: projectRoot, env: process.env, stdio: ['pipe', 'pipe', 'inherit'] });
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGKILL');
  await ended;
}

/** Every connection of this file's database breaks off, whatever it was doing. */
async function breakDatabase(): Promise<void> {
  const name = new URL(useDatabase().appUrl).pathname.slice(1);
  await execute(inject('server').adminUrl, `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '${name}'`);
}

/** What a phone holds after a visit that it made offline. */
function queueOf(filing: string): Queued[] {
  const finding = {
    ...({ matter: leng.matter, checked: true, result: 'nothingFound', text: '', followUp: 'none', followUpNote: '' } as const),
    ...{ toAgency: null, demand: '', dueDay: null },
  };
  const steps = [
    stepOf({ filing, step: 'codeShown', body: {} }),
    stepOf({ filing, step: 'checkedIn', body: { people: 2 } }),
    stepOf({ filing, step: 'matterChecked', body: { matter: leng.matter, done: true } }),
    stepOf({ filing, step: 'findingNoted', body: finding }),
    stepOf({ filing, step: 'opinionGiven', body: { text: '无意见', signer: '张三', refused: false, strokes: [] } }),
    stepOf({ filing, step: 'checkedOut', body: {} }),
  ].map((input) => ({
    kind: 'step' as const,
    input: { ...input, deviceAt: input.deviceAt.toISOString(), sentAt: input.sentAt.toISOString() },
  }));
  return [...steps.slice(0, 4), { kind: 'photo', id: randomUUID(), filing }, ...steps.slice(4)];
}

const idOf = (item: Queued) => (item.kind === 'photo' ? item.id : (item.input as { id: string }).id);
const receipts = new Map<string, string>();
let [killed, sent] = [0, 0];

function keepReceipt(said: string): void {
  const [, id = '', receipt = ''] = said.split(' ');
  expect(receipts.get(id) ?? receipt).toBe(receipt);
  receipts.set(id, receipt);
}

/** Lets a program send what has no receipt yet; kills it, or breaks its database, at every second sending. True when all is sent. */
async function live(child: ChildProcess, queue: readonly Queued[]): Promise<boolean> {
  child.stdin?.write(`${JSON.stringify(queue.filter((item) => !receipts.has(idOf(item))))}\n`);
  for await (const said of createInterface({ input: child.stdout ?? process.stdin })) {
    if (said === 'done') return true;
    if (said.startsWith('refused')) throw new Error(said);
    if (said.startsWith('receipt')) keepReceipt(said);
    if (said !== 'sending' || ++sent % 2 === 0 || killed >= kills) continue;
    await sleep(((killed * 7) % 5) * 5);
    if (killed++ % 4 === 0) {
      await kill(child);
      return false;
    }
    await breakDatabase();
  }
  throw new Error('the program ended by itself');
}

const readKept = async (filing: string) =>
  asOwner<{ id: string; receipt: string; conflict: string }>(
    `SELECT id, receipt, conflict FROM visit_event WHERE filing_id = $1 UNION ALL SELECT id, receipt, '' FROM evidence WHERE filing_id = $1`,
    [filing],
  );

it(
  `a visit whose application or database is killed ${kills} times loses nothing that was acknowledged and doubles nothing`,
  async () => {
    const visits: { filing: string; queue: Queued[] }[] = [];
    let spare = start();
    while (killed < kills) {
      const filing = await visitNow(key, visits.length % 5);
      const queue = queueOf(filing);
      visits.push({ filing, queue });
      for (let isDone = false; !isDone; ) {
        const child = spare;
        isDone = await live(child, queue);
        spare = isDone ? child : start();
      }
    }
    await kill(spare);
    for (const { filing, queue } of visits) {
      const kept = await readKept(filing);
      expect(kept.map(({ id }) => id).sort()).toEqual(queue.map(idOf).sort());
      expect(kept.filter(({ id, receipt, conflict }) => receipts.get(id) !== receipt || conflict !== '')).toEqual([]);
      expect(await readFiling(filing)).toMatchObject({ status: 'findingRecorded' });
      const events = await readEvents(filing);
      for (const event of ['visit.checkedIn', 'evidence.added', 'finding.recorded', 'visit.left'])
        expect(`${event} ${events.filter((each) => each === event).length}`).toBe(`${event} 1`);
    }
  },
  60_000 + kills * 5_000,
);
