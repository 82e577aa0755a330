import { describe, expect, it } from 'vitest';
import { filingStatuses } from './lifecycle.ts';
import { askableStatuses, meantStatuses, shownStatus } from './shown-status.ts';

const office = { kind: 'office' };
const others = ['agency', 'inspector', 'territory', 'contact', 'system'].map((kind) => ({ kind }));

describe('the status of a filing', () => {
  it('is the office’s as it is, and never tells others whether the enterprise rated', () => {
    expect(filingStatuses.map((status) => shownStatus(status, office))).toEqual(filingStatuses);
    for (const reader of others) {
      expect(shownStatus('rated', reader)).toBe('findingRecorded');
      expect(shownStatus('unrated', reader)).toBe('findingRecorded');
      const rest = filingStatuses.filter((status) => status !== 'rated' && status !== 'unrated');
      expect(rest.map((status) => shownStatus(status, reader))).toEqual(rest);
      expect(askableStatuses(filingStatuses, reader)).toEqual(rest);
    }
    expect(askableStatuses(filingStatuses, office)).toEqual(filingStatuses);
  });

  it('is found as it is shown', () => {
    expect(meantStatuses(['rated'], office)).toEqual(['rated']);
    for (const reader of others) {
      expect(meantStatuses(['rated', 'unrated'], reader)).toEqual([]);
      expect(meantStatuses(['left', 'findingRecorded', 'rated'], reader)).toEqual(['left', 'findingRecorded', 'rated', 'unrated']);
      expect(meantStatuses([], reader)).toEqual([]);
    }
  });
});
