import { describe, expect, it } from 'vitest';
import { countTellings } from './tellings.ts';

describe('countTellings', () => {
  it.each([
    [0, 0],
    [2, 1],
    [15, 2],
    [60, 3],
    [300, 5],
    [3600, 5],
  ])('after %i seconds a run has said %i times how far it is', (seconds, times) => expect(countTellings(seconds)).toBe(times));
});
