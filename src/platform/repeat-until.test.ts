import { describe, expect, it } from 'vitest';
import { repeatUntil } from './repeat-until.ts';

describe('repeatUntil', () => {
  it('goes on after a failure, and ends without one', async () => {
    const done = new AbortController();
    let turns = 0;
    const work = async () => {
      turns++;
      if (turns === 3) done.abort();
      throw new Error(`turn ${turns}`);
    };
    await expect(repeatUntil(done.signal, 1, work)).resolves.toBeUndefined();
    expect(turns).toBe(3);
  });

  it('does nothing once all is done', async () => {
    let turns = 0;
    await repeatUntil(AbortSignal.abort(), 1, async () => {
      turns++;
    });
    expect(turns).toBe(0);
  });
});
