import { describe, expect, it } from 'vitest';
import { readSources } from '#support/source-files.ts';

const sources = readSources(['src'], /\.tsx?$/);
const homesOf = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ path }) => path);

describe('words that several screens speak have one home', () => {
  it.each([
    ['the form of an inspection, in a cell', /onsite: '现场',/, 'src/domain/inspection/words.ts'],
    ['a group of matters', /'g-chem': '/, 'src/domain/plan/group-words.ts'],
    ['a part of a month', /'first-ten-days': '/, 'src/domain/declaration/period.ts'],
    ['months', /`\$\{[^`]*\.join\('、'\)\} 月`/, 'src/domain/declaration/period.ts'],
    ['the days of a part of a month', /'first-ten-days': \[/, 'src/domain/declaration/open-days.ts'],
  ])('%s', (_what, pattern, home) => expect(homesOf(pattern)).toEqual([home]));
});
