// A server's part in one draw of a large pool, in a process of its own: gathered, frozen, drawn, verified. Prints one line of JSON.
import { setTimeout as sleep } from 'node:timers/promises';
import { composeFrozen, readPool } from '#domain/draw/compose-frozen.ts';
import { commitMessage, seedMessage } from '#domain/draw/messages.ts';
import { drawFormat } from '#domain/draw/record.ts';
import { verifyAtOnce } from '#domain/draw/verify.ts';
import { writeFrozen, writeResult } from '#domain/draw/write-record.ts';
import { gatherPool } from '#features/draw/queries/gather-pool.ts';
import { loadDrawRules } from '#features/draw/queries/load-rules.ts';
import { db } from '#platform/db.ts';
import { hashText, signWithSeed } from '#platform/entropy.ts';
import { runDraw } from '#platform/run-draw.ts';

/** What one draw took, in seconds; the pool's size, the record's bytes, and the memory above that of an idle server. */
export type DrawRun = {
  readonly gathered: number;
  readonly written: number;
  readonly stored: number;
  readonly drawn: number;
  readonly verified: number;
  readonly subjects: number;
  readonly megabytes: number;
  readonly peak: number;
};

const districtCode = '431103';
const agency = { agency: '431103-amr', name: '市场监管', kind: 'amr', groups: ['amr-food'] };
const entry = {
  ...{ id: '00000000-0000-7000-8000-000000000000', no: '量测1号', title: '', kind: 'annual' as const, year: new Date().getFullYear() },
  ...{ planVersion: 1, fromDay: '2026-12-01', toDay: '2026-12-31', quota: 1000, fullCoverage: false, poolLabel: '', pool: null },
  ...{ agencies: [agency], matters: [], live: null, previous: null },
};
const head = {
  ...{ district: districtCode, draw: '量测抽1号', previous: null, policy: '431103@1', publicNumber: null, targetsPerOfficer: 1000 },
  ...{ hours: { objection: 24, commit: 2, reveal: 2 }, parties: ['office', 'agency', 'witness'] },
  entries: [{ entry: entry.no, planVersion: 1, fromDay: entry.fromDay, toDay: entry.toDay, agencies: [agency], officers: 2, sample: 1000 }],
};

let last = 0;
/** Seconds since the step before. */
function lap(): number {
  const since = last;
  last = performance.now();
  return (last - since) / 1000;
}

function reveal(poolHash: string) {
  const parties = head.parties.map((party) => {
    const secret = hashText(party);
    return { party, commitment: hashText(commitMessage(poolHash, party, secret)), reveal: secret, withheld: false };
  });
  return {
    rounds: [{ no: 1, parties }],
    seed: hashText(seedMessage({ poolHash, reveals: parties.map((each) => each.reveal), number: null })),
  };
}

async function freeze() {
  const { policy } = await loadDrawRules(districtCode, db());
  lap();
  const pool = readPool(await gatherPool(db(), { districtCode, entries: [entry], policy: policy.values }), 1);
  const gathered = lap();
  const bare = {
    ...head,
    entries: head.entries.map((each) => ({ ...each, agencies: [{ agency: agency.agency, groups: agency.groups }] })),
  };
  const text = writeFrozen(composeFrozen(bare, pool));
  const poolHash = hashText(text);
  const written = lap();
  await db().$executeRaw`INSERT INTO bench_frozen (frozen, pool_hash) VALUES (${text}, ${poolHash})`;
  return { text, poolHash, subjects: pool.subjects.length, gathered, written, stored: lap() };
}

async function drawAll() {
  const { text, poolHash, ...frozen } = await freeze();
  const { rounds, seed } = reveal(poolHash);
  lap();
  const worked = await runDraw(text, seed);
  const drawn = lap();
  if (worked.kind !== 'done' || worked.value.kind !== 'outcomes') throw new Error(JSON.stringify(worked).slice(0, 1000));
  const result = writeResult({ format: drawFormat, poolHash, rounds, number: null, seed, outcomes: worked.value.outcomes });
  lap();
  const sign = signWithSeed(seed);
  const { isRight, steps } = verifyAtOnce({ frozen: text, result }, { hash: hashText, hmac: (_seed, message) => sign(message) });
  if (!isRight) throw new Error(JSON.stringify(steps));
  return { ...frozen, drawn, verified: lap(), megabytes: text.length / 1024 / 1024 };
}

await loadDrawRules(districtCode, db());
await sleep(100);
const idle = process.memoryUsage.rss();
let highest = idle;
const watch = setInterval(() => {
  highest = Math.max(highest, process.memoryUsage.rss());
}, 20);
const ran = await drawAll();
clearInterval(watch);
const peak = (Math.max(highest, process.resourceUsage().maxRSS * 1024) - idle) / 1024 / 1024;
console.log(JSON.stringify({ ...ran, peak } satisfies DrawRun));
await db().$disconnect();
