import { describe, expect, it } from 'vitest';
import { mostLines, readDeclaration } from './read-declaration.ts';
import { context, heading, line, sheetOf, title, unit } from './sheet.fixture.ts';

/** How long a sheet takes, and what is wrong with it. */
function timed(rows: readonly (readonly string[])[]) {
  const grid = { sheets: [sheetOf(rows)] };
  const began = performance.now();
  const reading = readDeclaration(grid, context);
  if (!reading) throw new Error('no table');
  return { seconds: (performance.now() - began) / 1000, reading };
}

const filled = (change: (nth: number) => Readonly<Record<string, string>>) =>
  timed([[title], [unit], heading, ...Array.from({ length: mostLines }, (_, nth) => line({ E: `${nth + 1}家`, ...change(nth) }))]);
const headed = (text: string) => timed([...Array.from({ length: 50 }, () => Array.from({ length: 58 }, () => text)), heading, line()]);

// Each of these once took a time that grows with the square of a cell's length; honest sheets of this size take half a second.
const bound = 8;

describe('no sheet takes long to read', () => {
  it.each([
    ['a quantity of one word', () => ({ E: '按'.repeat(2000) })],
    ['a time of one numeral', () => ({ F: '十'.repeat(2000) })],
    ['both of spaces', () => ({ E: `${' '.repeat(1999)}x`, F: `${' '.repeat(1999)}x` })],
    ['as long as is looked into', () => ({ E: '按'.repeat(100), F: `${'检查'.repeat(49)}1x` })],
    ['characters that grow when they are normalised', () => ({ E: '\ufdfa'.repeat(100), F: '\ufdfa'.repeat(100) })],
    ['partners nobody knows', (nth: number) => ({ I: Array.from({ length: 60 }, (_, each) => `${nth}${each}`).join('、') })],
    ['matters nobody knows', (nth: number) => ({ B: `计量检查${nth}${'字'.repeat(100)}` })],
    ['quiet days in every line', () => ({ F: '每月上旬' })],
  ])('%s', (_title, change) => {
    expect(filled(change).seconds).toBeLessThan(bound);
  });

  it.each(['单位('.repeat(660), '('.repeat(2000)])('above the table', (text) => {
    expect(headed(text).seconds).toBeLessThan(bound);
  });

  it('what is too long is an error at its cell, whatever stands in it', () => {
    const { reading } = timed([heading, line({ E: `20家${'，'.repeat(100)}`, F: '十'.repeat(2000) })]);
    expect(reading.errors).toMatchObject([
      { row: 2, column: 'E', code: 'bad_quantity', message: expect.stringContaining('超过 100 字') },
      { row: 2, column: 'F', code: 'bad_period', message: expect.stringContaining('超过 100 字'), value: '十'.repeat(200) },
    ]);
  });
});
