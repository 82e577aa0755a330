import { describe, expect, it } from 'vitest';
import { importsOf, parse, readSources } from '#support/source-files.ts';

const pieces = readSources(['src/features'], /\.tsx$/).map((file) => ({ path: file.path, imports: [...importsOf(parse(file))] }));
const takes = (...names: string[]) =>
  pieces.filter(({ imports }) => names.every((name) => imports.includes(`#ui/${name}.tsx`))).map(({ path }) => path);

describe('forms', () => {
  it('keep what was chosen after a refused try: no plain choice where a form is answered', () => {
    expect(takes('action-form').length).toBeGreaterThan(10);
    expect(takes('action-form', 'choice')).toEqual([]);
  });
});
