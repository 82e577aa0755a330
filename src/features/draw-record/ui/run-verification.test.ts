import { describe, expect, it } from 'vitest';
import type { Step } from '#domain/draw/verify.ts';
import { writeResult } from '#domain/draw/write-record.ts';
import { drawnWith, frozenWith, hash } from '#support/frozen-draw.ts';
import { changeOneByte, countTickets, runVerification } from './run-verification.ts';

const frozen = frozenWith({ pool: 60, sample: 7 });
const drawn = drawnWith(frozen);
const record = drawn.text;
const result = writeResult(drawn.result);
const published = { poolHash: drawn.poolHash, resultHash: hash(result) };

/** Runs it as the page does: whether all is right, the steps that are not, and how many hashes were told. */
async function run(frozenText: string, resultText = result) {
  const steps: Step[] = [];
  let hashes = 0;
  const watcher = { told: (step: Step) => steps.push(step), hashed: (count: number) => (hashes += count) };
  const isRight = await runVerification({ frozen: frozenText, result: resultText, ...published }, watcher);
  return { isRight, wrong: steps.filter(({ fault }) => fault !== null).map(({ id }) => id), hashes, steps };
}

describe('a verification in the browser', () => {
  it('finds with Web Crypto what the system found, and tells every hash', async () => {
    const { isRight, wrong, hashes } = await run(record);
    expect([isRight, wrong]).toEqual([true, []]);
    expect(countTickets(record)).toBe(frozen.subjects.reduce((sum, { weight }) => sum + weight, 0));
    expect(hashes).toBeGreaterThan(countTickets(record));
  });

  it('names the steps that one changed byte breaks: it is that of whoever was drawn first', async () => {
    const first = drawn.result.outcomes[0]?.targets[0]?.id ?? '';
    const changed = changeOneByte(record, result);
    expect(changed.said).toContain(`${first}（抽中的第 1 位）`);
    expect([...changed.record].filter((letter, at) => letter !== record[at])).toHaveLength(1);
    expect(changed.record).not.toContain(`"id":"${first}","stratum"`);
    const { isRight, wrong } = await run(changed.record);
    expect(isRight).toBe(false);
    expect(wrong[0]).toMatch(/^(record|poolHash)$/);
    expect(wrong).toContain('poolHash');
  });

  it('notices a result that was written anew', async () => {
    const other = writeResult({ ...drawn.result, seed: hash('another') });
    expect((await run(record, other)).wrong).toEqual(expect.arrayContaining(['seed', 'targets', 'resultHash']));
  });
});
