import { describe, expect, it } from 'vitest';
import { isoOf } from './iso.ts';

describe('instants as the API writes them', () => {
  it('carry the offset of Asia/Shanghai and change the day at 16:00 UTC', () => {
    expect(isoOf(new Date('2026-11-20T15:59:59.999Z'))).toBe('2026-11-20T23:59:59+08:00');
    expect(isoOf(new Date('2026-11-20T16:00:00Z'))).toBe('2026-11-21T00:00:00+08:00');
  });
});
