import { createHash, createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { readPool } from '#domain/draw/compose-frozen.ts';
import type { FrozenRecord } from '#domain/draw/record.ts';
import { verifyAtOnce } from '#domain/draw/verify.ts';
import { gatherEntries } from '#features/draw/queries/gather-entries.ts';
import { gatherPool } from '#features/draw/queries/gather-pool.ts';
import { loadDrawRules } from '#features/draw/queries/load-rules.ts';
import { db } from '#platform/db.ts';
import { untouchedEnterprises } from '#seed/untouched.data.ts';
import { asOwner } from '#support/api.ts';

const digests = {
  hash: (message: Uint8Array) => createHash('sha256').update(message).digest('hex'),
  hmac: (key: string, message: Uint8Array) => createHmac('sha256', Buffer.from(key, 'hex')).update(message).digest('hex'),
};
type Told = {
  id: string;
  status: string;
  frozen: string;
  pool_hash: string;
  result: string | null;
  result_hash: string | null;
  root: string;
};

const listTold = (district: string) =>
  asOwner<Told>(
    `SELECT draw.id, status::text, frozen, pool_hash, result, result_hash, plan_entry_id AS root FROM draw JOIN draw_record ON draw_record.draw_id = draw.id
    JOIN draw_entry ON draw_entry.draw_id = draw.id LEFT JOIN draw_result ON draw_result.draw_id = draw.id
    WHERE draw.district_code = $1 ORDER BY serial`,
    [district],
  );

describe.each(['431103', '511724'])('the draws of the demo in %s', (district) => {
  it('are one void, one published and one open to objections, numbered as they were frozen', async () => {
    const told = await listTold(district);
    expect(told.map(({ status }) => status)).toEqual(['void', 'published', 'frozen']);
    const [last] = await asOwner<{ whole: boolean }>(
      `SELECT bool_and(last = (SELECT count(*) FROM draw WHERE draw.district_code = $1 AND draw.year = draw_serial.year AND no IS NOT NULL)) AS whole
      FROM draw_serial WHERE district_code = $1`,
      [district],
    );
    expect(last?.whole).toBe(true);
  });

  it('can be computed again where they are published, and draw nobody of the press report', async () => {
    const [drawn] = (await listTold(district)).filter(({ result }) => result !== null);
    const { frozen = '', result, pool_hash: poolHash, result_hash: resultHash } = drawn ?? {};
    const { isRight, steps } = verifyAtOnce({ frozen, result: result ?? '', poolHash, resultHash: resultHash ?? undefined }, digests);
    expect(steps.filter(({ fault }) => fault !== null)).toEqual([]);
    expect(isRight).toBe(true);
    expect(untouchedEnterprises.filter((uscc) => result?.includes(uscc))).toEqual([]);
  });

  it('stand on the very pools that the product gathers', async () => {
    const rules = await loadDrawRules(district);
    for (const { frozen, root } of await listTold(district)) {
      const record = JSON.parse(frozen) as FrozenRecord;
      const entries = await gatherEntries(db(), district, [root]);
      const pool = readPool(await gatherPool(db(), { districtCode: district, entries, policy: rules.policy.values }), 1);
      expect(record.subjects).toEqual(pool.subjects);
      expect(record.excluded).toEqual(pool.excluded);
      expect([...record.inspectors.map(({ id }) => id), ...record.inspectorsExcluded.map(({ id }) => id)].sort()).toEqual(
        pool.officers.map(({ id }) => id).sort(),
      );
      expect(record.entries[0]?.agencies).toEqual(
        entries[0]?.agencies.map(({ agency, groups }) => ({ agency, groups: [...groups].sort() })),
      );
    }
  });

  it('leave an objection to answer and one answered', async () => {
    const rows = await asOwner<{ upheld: boolean | null }>(
      `SELECT upheld FROM draw_objection JOIN draw ON draw.id = draw_id WHERE district_code = $1 AND status = 'frozen' AND frozen_at > now() - interval '1 day'
      ORDER BY draw_objection.no`,
      [district],
    );
    expect(rows).toEqual([{ upheld: false }, { upheld: null }]);
  });
});
