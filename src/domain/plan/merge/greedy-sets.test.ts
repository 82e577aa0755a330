import { describe, expect, it } from 'vitest';
import { toolsWith } from '#support/solver.ts';
import { listWith, problemOf } from './problem.fixture.ts';
import { solveMerge } from './solve-merge.ts';

describe('an enterprise that very many lines visit', () => {
  // Six agencies with eight matters each: the first sets looked at would be all of the first lines.
  const lines = Array.from({ length: 48 }, (_, index) => listWith(`${index}`, [1], { agency: `agency-${index % 6}` }));

  it('gets visits as full as they may be, even when there is no time for more', () => {
    const { before, after, bound } = solveMerge(problemOf(lines), toolsWith({ isOver: () => true }));
    expect({ before, after, bound }).toEqual({ before: 48, after: 6, bound: 6 });
  });
});
