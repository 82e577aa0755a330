import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Period } from '#domain/declaration/period.ts';
import { writeRecord } from '#domain/plan/plan-record.ts';
import { listEntries, loadPlanHead } from '#features/plan/queries/load-plan.ts';
import { hashPlan } from '#features/plan/queries/load-plan-page.ts';
import { hashText } from '#platform/entropy.ts';
import { publicScope } from '#platform/scope.ts';
import { declareLine } from '#seed/builders/declaration.ts';
import { asOwner } from '#support/api.ts';
import { officeOf } from '#support/people.ts';
import { publish } from '#support/plans.ts';
import { declare, take } from '#support/review.ts';
import { readOne } from '#support/rows.ts';

const office = await officeOf('luolin');
const everybody = publicScope({ type: 'public' });
const [district, amr, fire] = ['431103', '431103-amr', '431103-fire'];

/** The same matter as the catalogue had it before: lines declared then name the other row. */
const [earlier] = await asOwner<{ id: string }>(
  `INSERT INTO matter SELECT (jsonb_populate_record(matter, jsonb_build_object('id', gen_random_uuid(), 'published_from', published_from - 400,
    'published_to', published_from))).* FROM matter WHERE district_code = $1 AND code = 'amr-014' ORDER BY published_from LIMIT 1 RETURNING id`,
  [district],
);

const months = fc.uniqueArray(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 5 });
const period = months.map((chosen): Period => ({ kind: 'month', months: chosen }));
const line = fc.record({
  period,
  count: fc.integer({ min: 1, max: 40 }),
  partners: fc.shuffledSubarray(['431103-fire', '431103-water', '431103-tax']),
});
const year = fc.record({
  lines: fc.array(line, { minLength: 4, maxLength: 4 }),
  moved: months,
  joint: months,
  more: fc.integer({ min: 0, max: 9 }),
});
let next = 2140;

it('what is recorded when a version is published is the hash of what everybody reads back', async () => {
  await fc.assert(
    fc.asyncProperty(year, async ({ lines, moved, joint, more }) => {
      next += 1;
      const at = { year: next };
      const declared = lines.map(({ count, ...other }, index) =>
        declareLine(['amr-014', 'amr-014', 'amr-017', 'amr-003'][index] ?? '', {
          ...other,
          quantity: { kind: 'count', count },
          poolLabel: `对象${index}`,
        }),
      );
      const { lineIds } = await declare(amr, declared, at);
      const fires = await declare(fire, [declareLine('fire-001')], at);
      const [first = '', second = '', third = '', fourth = ''] = lineIds;
      await asOwner('UPDATE declaration_line SET matter_id = $1 WHERE id = $2', [earlier?.id, second]);
      const [one, two] = [lines[0]?.count ?? 0, lines[1]?.count ?? 0];
      const count = Math.min(Math.max(one, two, 10) + more, one + two + 10);
      const change = { lead: fire, months: joint, form: 'onsite' as const, count, reason: '同一批企业' };
      await take(office, { ...at, action: 'merge', lineIds: [first, second, ...fires.lineIds], change });
      await take(office, { ...at, action: 'move', lineIds: [third], change: { months: moved } });
      await take(office, { ...at, action: 'keep', lineIds: [fourth] });
      const version = await publish(office, next, '说明');

      const head = await loadPlanHead(everybody, { district, year: next, version });
      if (!head) throw new Error('not published');
      const { hash } = await readOne<{ hash: string }>(`SELECT detail ->> 'hash' AS hash FROM audit_record WHERE subject = $1`, [head.id]);
      expect(await hashPlan(everybody, head)).toBe(hash);
      const entries = await listEntries(everybody, head, { filter: {} });
      const { publishedAt, note, figures } = head;
      const record = {
        district,
        year: next,
        version,
        publishedAt: publishedAt.toISOString(),
        note,
        figures,
        entries: entries.toReversed(),
      };
      expect(hashText(writeRecord(record))).toBe(hash);
    }),
    { numRuns: 8 },
  );
}, 120_000);
