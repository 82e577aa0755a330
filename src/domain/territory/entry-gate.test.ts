import { describe, expect, it } from 'vitest';
import { judgeEntryGate } from './entry-gate.ts';

describe('the gate before a key enterprise is entered', () => {
  it('territory-notice: open where nobody has to be told, or the territory has acknowledged', () => {
    expect(judgeEntryGate(null)).toEqual({ open: true });
    expect(judgeEntryGate({ territory: '某园区', acknowledgedAt: new Date('2026-11-24T01:00:00Z') })).toEqual({ open: true });
  });

  it('territory-notice: shut until then, and says who has to acknowledge', () => {
    expect(judgeEntryGate({ territory: '某园区', acknowledgedAt: null })).toEqual({ open: false, say: expect.stringContaining('某园区') });
  });
});
