import pg from 'pg';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { roles } from '#domain/access/permissions.ts';
import { demoAccounts } from '#seed/accounts.data.ts';
import { tellDemo } from '#seed/seed.ts';
import { journey } from '#seed/story.data.ts';
import { untouchedEnterprises } from '#seed/untouched.data.ts';
import { useDatabase } from '#support/database.ts';
import { seedInvariants } from '#support/seed-invariants.ts';

const owner = new pg.Client({ connectionString: useDatabase().ownerUrl });
const ask = async (text: string, values: unknown[] = []) => (await owner.query<Record<string, unknown>>(text, values)).rows;
const told = `user_account, plan, draw, draw_serial, filing, refusal, filing_serial, visit_counter, filing_tally`;

beforeAll(() => owner.connect());
afterAll(() => owner.end());

async function expectSound(): Promise<void> {
  for (const [name, question] of Object.entries(seedInvariants))
    expect({ name, broken: await ask(question) }).toEqual({ name, broken: [] });
}

/** What the demo and the journeys rely on, as of a day. */
async function expectPlayable(today: string): Promise<void> {
  for (const { districtCode, entryNo, enterprises, overCap } of Object.values(journey)) {
    const free = await ask(
      `SELECT uscc FROM plan_entry entry JOIN plan ON plan.id = plan_id JOIN drawn_target drawn ON drawn.plan_entry_id = entry.id
        JOIN enterprise ON enterprise.id = enterprise_id, (SELECT (date_trunc('month', $2::date) + interval '1 month')::date AS first) next
      WHERE plan.district_code = $1 AND entry.no = extract(year FROM first) || '-' || $3 AND uscc = ANY ($4) AND from_day <= first AND to_day >= first + 27
        AND used + 10 <= quota AND NOT EXISTS (SELECT FROM filing WHERE enterprise_id = enterprise.id AND start_day >= $2::date)`,
      [districtCode, today, entryNo, enterprises],
    );
    expect(free).toHaveLength(enterprises.length);
    const held = await ask(
      `SELECT FROM filing JOIN enterprise ON enterprise.id = enterprise_id WHERE uscc = $1 AND filing.status = 'held'`,
      [overCap],
    );
    expect(held).toHaveLength(1);
    const statuses = await ask(`SELECT DISTINCT status::text FROM filing WHERE district_code = $1`, [districtCode]);
    expect(statuses.map(({ status }) => status)).toEqual(
      expect.arrayContaining(['submitted', 'held', 'filed', 'filedWithCondition', 'returned', 'withdrawn', 'archived']),
    );
    expect(await ask('SELECT FROM refusal WHERE district_code = $1 LIMIT 1', [districtCode])).toHaveLength(1);
  }
}

describe('the demo of today', () => {
  it('is sound', expectSound);

  it('can be played', async () => {
    const [row] = await ask(`SELECT (now() AT TIME ZONE 'Asia/Shanghai')::date::text AS today`);
    await expectPlayable(String(row?.today));
  });

  it('has an account for every role in both districts', async () => {
    const rows = await ask(
      'SELECT district_code AS district, array_agg(DISTINCT role::text) AS roles FROM user_account GROUP BY 1 ORDER BY 1',
    );
    expect(rows.map(({ district }) => district)).toEqual(['431103', '511724']);
    for (const row of rows) expect([...(row.roles as string[])].sort()).toEqual([...roles].sort());
    expect(await ask('SELECT FROM user_account')).toHaveLength(demoAccounts.length);
  });

  it('makes nothing up for enterprises of the real press report', async () => {
    for (const table of ['filing', 'refusal', 'draw_outcome']) {
      expect(
        await ask(`SELECT FROM ${table} JOIN enterprise ON enterprise.id = enterprise_id WHERE uscc = ANY ($1)`, [untouchedEnterprises]),
      ).toEqual([]);
    }
  });
});

describe('the demo of another day', () => {
  beforeEach(() => owner.query(`BEGIN; TRUNCATE ${told} CASCADE`));
  afterEach(() => owner.query('ROLLBACK'));

  it.each(['2026-12-31', '2027-01-04', '2027-03-31', '2027-07-20', '2028-02-29'])('%s is sound and can be played', async (today) => {
    await tellDemo(owner, today);
    await expectSound();
    await expectPlayable(today);
  });
});
