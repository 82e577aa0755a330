import { describe, expect, it } from 'vitest';
import { lineOutcomes } from '#domain/plan/review-step.ts';
import { declarationStatuses, isLineOpen, isOpenToFiler, outcomeOfNewLine } from './lifecycle.ts';

describe('who has a declaration', () => {
  it('the filer, as a draft and when it came back', () => {
    const open = declarationStatuses.filter((status) => isOpenToFiler({ status, wasSentOn: false }));
    expect(open).toEqual(['draft', 'returned']);
  });

  it('every line may be changed until the office has had it, then only what came back', () => {
    const openAfter = (wasSentOn: boolean) => lineOutcomes.filter((outcome) => isLineOpen({ status: 'returned', wasSentOn }, outcome));
    expect(openAfter(false)).toEqual(lineOutcomes);
    expect(openAfter(true)).toEqual(['returned']);
  });

  it('no line may be changed while it is with the head or the office', () => {
    for (const status of ['submitted', 'approved'] as const) {
      expect(lineOutcomes.filter((outcome) => isLineOpen({ status, wasSentOn: false }, outcome))).toEqual([]);
    }
  });

  it('a line added later stays with the agency until it is sent on', () => {
    expect(outcomeOfNewLine({ wasSentOn: false })).toBe('unreviewed');
    expect(outcomeOfNewLine({ wasSentOn: true })).toBe('returned');
  });
});
