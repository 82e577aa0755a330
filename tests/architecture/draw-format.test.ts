import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { computeOutcomes } from '#domain/draw/compute-draw.ts';
import { commitMessage, officerMessage, seedMessage, ticketMessages } from '#domain/draw/messages.ts';
import type { FrozenRecord } from '#domain/draw/record.ts';
import { splitSample } from '#domain/draw/sample.ts';
import { verifyAtOnce } from '#domain/draw/verify.ts';
import { writeFrozen } from '#domain/draw/write-record.ts';
import { writeCanonical } from '#domain/record/canonical.ts';
import { arbitraryFrozen } from '#support/arbitrary-draw.ts';
import { vectorOf, vectorRecords } from '#support/draw-vectors.ts';
import { digests, hash, hmac } from '#support/frozen-draw.ts';

const page = readFileSync('public/ningqi-draw-1.md', 'utf8');
const program = readFileSync('public/ningqi_draw.py', 'utf8');
const shown = [...page.matchAll(/```json\n([\s\S]*?)\n```/g)].map(([, json = '']) => JSON.parse(json) as ReturnType<typeof vectorOf>);
const hasPython = spawnSync('python3', ['--version']).status === 0;

describe('the page of the format', () => {
  it('shows the vectors that the code makes', () => expect(shown).toEqual(vectorRecords.map(vectorOf)));

  it.each(shown.map((vector, index) => [index + 1, vector] as const))(
    'vector %i verifies',
    (_no, { record, result, poolHash, resultHash }) => {
      const { isRight, steps } = verifyAtOnce({ frozen: record, result, poolHash, resultHash }, digests);
      expect(steps.filter(({ fault }) => fault !== null)).toEqual([]);
      expect(isRight).toBe(true);
    },
  );
});

type Declared = {
  poolHash: string;
  party: string;
  reveal: string;
  commitment: string;
  number: string;
  seed: string;
  target: string;
  officer: string;
  ticket: string;
  rank: string;
  value: unknown;
  canonical: string;
  splits: [[string, number][], number][];
  samples: Record<string, number>[];
};

// The program checks these itself (`selftest`), so this much is compared also on a machine without Python.
describe('the vectors that the Python program declares', () => {
  const declared = JSON.parse(/VECTORS = r"""\n([\s\S]*?)\n"""/.exec(program)?.[1] ?? '') as Declared;

  it('are what the code makes', () => {
    const { poolHash, party, reveal, number, seed, target, officer } = declared;
    expect(hash(commitMessage(poolHash, party, reveal))).toBe(declared.commitment);
    expect(hash(seedMessage({ poolHash, reveals: [reveal, reveal], number }))).toBe(seed);
    expect(hmac(seed, ticketMessages({ id: target, weight: 12 })[11] ?? new Uint8Array())).toBe(declared.ticket);
    expect(hmac(seed, officerMessage(target, officer))).toBe(declared.rank);
    expect(writeCanonical(declared.value)).toBe(declared.canonical);
    const samples = declared.splits.map(([sizes, k]) =>
      Object.fromEntries(splitSample(new Map(sizes), k).map(({ stratum, sample }) => [stratum, sample])),
    );
    expect(samples).toEqual(declared.samples);
  });
});

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'ningqi-draw-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Runs the program with files; on a machine without Python gives null. */
function runProgram(words: readonly string[], files: Readonly<Record<string, string>> = {}): { status: number | null; out: string } | null {
  if (!hasPython) return null;
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  const { status, stdout, stderr } = spawnSync('python3', ['-B', join(process.cwd(), 'public/ningqi_draw.py'), ...words], {
    cwd: folder,
    encoding: 'utf8',
    env: { ...process.env, PYTHONIOENCODING: 'utf-8' },
  });
  return { status, out: stdout + stderr };
}

const verifyWith = ({ record, result, poolHash, resultHash }: (typeof shown)[number]) =>
  runProgram(['verify', 'record.json', 'result.json', '--pool-hash', poolHash, '--result-hash', resultHash], {
    'record.json': record,
    'result.json': result,
  });

describe('the Python program, where there is Python', { timeout: 60_000 }, () => {
  it('its own test passes', () => expect(runProgram(['selftest'])?.status ?? 0).toBe(0));

  it.each(shown.map((vector, index) => [index + 1, vector] as const))('verifies vector %i, and nothing that was changed', (_no, vector) => {
    const right = verifyWith(vector);
    if (!right) return;
    expect(right).toEqual({ status: 0, out: expect.stringContaining('The draw is as published.') });
    const changed = [
      { ...vector, record: vector.record.replace('"weight":1', '"weight":2') },
      { ...vector, record: vector.record.replace('"suspended"', '"cancelled"') },
      { ...vector, record: `${vector.record}\n` },
      { ...vector, result: vector.result.replace('"withheld":false', '"withheld":true') },
      { ...vector, result: vector.result.replace(/"officers":\["([^"]+)","([^"]+)"/, '"officers":["$2","$1"') },
      { ...vector, result: vector.result.replace(/"seed":"./, '"seed":"g') },
      { ...vector, result: '{' },
      { ...vector, poolHash: hash('another') },
    ];
    for (const each of changed) expect(verifyWith(each)).toEqual({ status: 1, out: expect.stringContaining('FAULT') });
  });

  it('makes a commitment that the code accepts', () => {
    const poolHash = hash('pool');
    const made = runProgram(['commit', '--pool-hash', poolHash, '--party', '431103-amr']);
    if (!made) return;
    const { commitment = '', reveal = '' } =
      /^commitment (?<commitment>\w{64})\nreveal {5}(?<reveal>\w{64})\n$/.exec(made.out)?.groups ?? {};
    expect(hash(commitMessage(poolHash, '431103-amr', reveal))).toBe(commitment);
  });

  it('draws and assigns as the code does, or finds as well that it cannot', () => {
    const texts = fc.sample(arbitraryFrozen, { numRuns: 60, seed: 4 }).map(writeFrozen);
    const files = Object.fromEntries(texts.map((text, index) => [`${index}.json`, text]));
    const words = texts.flatMap((text, index) => [`${index}.json`, hash(text)]);
    const lines = runProgram(['draw', ...words], files)?.out.split('\n');
    if (!lines) return;
    const expected = texts.map((text) => {
      const own = computeOutcomes(JSON.parse(text) as FrozenRecord, (message) => hmac(hash(text), message));
      return own.kind === 'outcomes' ? writeCanonical(own.outcomes) : 'infeasible';
    });
    expect(lines.slice(0, -1).map((line) => line.replace(/^infeasible: .*/, 'infeasible'))).toEqual(expected);
    expect(expected.filter((line) => line !== 'infeasible').length).toBeGreaterThan(10);
  });
});
