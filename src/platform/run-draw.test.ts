import { describe, expect, it } from 'vitest';
import { vectorRecords } from '#support/draw-vectors.ts';
import { drawnWith, frozenWith } from '#support/frozen-draw.ts';
import { runDraw } from './run-draw.ts';

describe('a draw in a worker thread', () => {
  it('is the one that is computed at once', async () => {
    for (const { frozen, number } of vectorRecords) {
      const { text, seed, result } = drawnWith(frozen, { number });
      expect(await runDraw(text, seed)).toEqual({ kind: 'done', value: { kind: 'outcomes', outcomes: result.outcomes } });
    }
  });

  it('says what lacks', async () => {
    const { text, seed } = drawnWith(frozenWith());
    const none = JSON.stringify({ ...JSON.parse(text), inspectors: [] });
    expect(await runDraw(none, seed)).toMatchObject({
      kind: 'done',
      value: { kind: 'infeasible', missing: [{ cause: 'range', needed: 2, available: 0 }] },
    });
  });

  it('a text that is no record ends the thread, not the server', async () => {
    expect(await runDraw('{', 'ab'.repeat(32))).toEqual({ kind: 'crashed' });
  });
});
