import { createHash } from 'node:crypto';
import type { Subject } from '#domain/draw/record.ts';
import { makeKeys } from '#platform/workers/draw/ticket-keys.ts';
import { chiSquare, firstPickChances, makeSubjects, pairChances } from '#support/draw-chances.ts';
import type { Found, Scenario } from '../scenario.ts';

const draws = 200_000;
const weights = [1, 1, 2, 3, 4, 5];

const seedOf = (name: string, draw: number) => createHash('sha256').update(`${name} ${draw}`).digest('hex');

/** The first `count` of a draw by key, as places in the list. */
function drawFirst(subjects: readonly Subject[], seed: string, count: number): number[] {
  const { compare } = makeKeys(subjects, seed);
  return [...subjects.keys()].sort(compare).slice(0, count);
}

function tally(name: string, cells: number, cellsOf: (seed: string) => readonly number[]): number[] {
  const counts = Array.from({ length: cells }, () => 0);
  for (let draw = 0; draw < draws; draw++) for (const cell of cellsOf(seedOf(name, draw))) counts[cell] = (counts[cell] ?? 0) + 1;
  return counts;
}

/** How likely χ² is to be at least this by chance alone (Wilson and Hilferty's approximation of its distribution). */
function chanceOf(square: number, degrees: number): number {
  const spread = 2 / (9 * degrees);
  const deviation = (Math.cbrt(square / degrees) - (1 - spread)) / Math.sqrt(spread);
  // Abramowitz and Stegun 26.2.17.
  const step = 1 / (1 + 0.2316419 * Math.abs(deviation));
  const factors = [0.31938153, -0.356563782, 1.781477937, -1.821255978, 1.330274429];
  const series = factors.reduce((sum, factor, index) => sum + factor * step ** (index + 1), 0);
  const tail = (Math.exp(-(deviation ** 2) / 2) / Math.sqrt(2 * Math.PI)) * series;
  return deviation >= 0 ? tail : 1 - tail;
}

const told = (what: string, square: number, degrees: number) =>
  `${what.padEnd(58)} χ² ${square.toFixed(1).padStart(6)} with ${degrees} degrees of freedom, p = ${chanceOf(square, degrees).toFixed(3)}`;

function testEqual(): string {
  const [size, sample] = [20, 5];
  const subjects = makeSubjects(Array.from({ length: size }, () => 1));
  const counts = tally('equal', size, (seed) => drawFirst(subjects, seed, sample));
  const chance = sample / size;
  // Drawn without replacement the counts are tied to one another: this factor makes the sum a χ² again.
  const square =
    (chiSquare(
      counts,
      counts.map(() => chance),
      draws,
    ) /
      (1 - chance)) *
    ((size - 1) / size);
  return told('5 of 20 with equal weights, how often each', square, size - 1);
}

function testFirst(): string {
  const subjects = makeSubjects(weights);
  const counts = tally('first', weights.length, (seed) => drawFirst(subjects, seed, 1));
  const chances = firstPickChances(weights);
  const worst = Math.max(...counts.map((count, index) => Math.abs(count / draws - (chances[index] ?? 0))));
  const line = told(`weights ${weights.join(' ')}, who is first`, chiSquare(counts, chances, draws), weights.length - 1);
  return `${line}; furthest from weight / sum: ${worst.toFixed(4)}`;
}

function testPairs(): string {
  const subjects = makeSubjects(weights);
  const { cells, chances } = pairChances(weights);
  const counts = tally('pairs', chances.length, (seed) => [cells.indexOf(drawFirst(subjects, seed, 2).join(' '))]);
  return told('the same, who is first and who is second', chiSquare(counts, chances, draws), chances.length - 1);
}

// The place in the list must not matter: the same chances where the heavy ones stand elsewhere.
function testTurned(): string {
  const turned = weights.toReversed();
  const counts = tally('turned', weights.length, (seed) => drawFirst(makeSubjects(turned), seed, 1));
  return told('the same weights the other way round, who is first', chiSquare(counts, firstPickChances(turned), draws), weights.length - 1);
}

async function run(): Promise<Found> {
  return { measured: [], notes: [testEqual(), testFirst(), testPairs(), testTurned()] };
}

/** 200,000 draws against the chances that the format promises; the seeds are fixed, so the figures are the same on every machine. */
export const chances: Scenario = { title: 'chances of a draw, 200,000 draws each', goal: null, alone: true, run };
