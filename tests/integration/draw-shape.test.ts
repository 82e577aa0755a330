import { describe, expect, it } from 'vitest';
import type { FrozenRecord } from '#domain/draw/record.ts';
import { loadPoolShape } from '#features/draw-record/queries/load-pool-shape.ts';
import { asOwner } from '#support/api.ts';

const records = await asOwner<{ id: string; frozen: string }>('SELECT draw_id AS id, frozen FROM draw_record ORDER BY draw_id LIMIT 3');

describe('what a frozen record comes to', () => {
  it('is cut out of its text without a loss', async () => {
    expect(records.length).toBeGreaterThan(0);
    for (const { id, frozen } of records) {
      const { subjects, excluded, ...head } = JSON.parse(frozen) as FrozenRecord;
      const shape = await loadPoolShape({ id, subjects: subjects.length, isDrawn: false });
      expect(shape.head).toEqual(head);
      expect(shape.excludedBy.reduce((sum, { count }) => sum + count, 0)).toBe(excluded.length);
    }
  });
});
