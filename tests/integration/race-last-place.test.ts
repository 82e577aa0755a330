import { expect, it } from 'vitest';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import type { FilingBody } from '#features/filing/schema.ts';
import { db, Prisma } from '#platform/db.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { runContests, untouchedEnterprises } from '#support/contests.ts';
import { fileVisit } from '#support/filings.ts';
import { keyOf, succeed } from '#support/people.ts';
import { plannedVisit, visitYear } from '#support/requests.ts';
import { readOne } from '#support/rows.ts';

const { leng } = journey;
const { matter, inspectors } = leng.specialField;
const width = 6;
const most = 4;
const key = await keyOf(leng.agency);
const enterprises = await untouchedEnterprises(matter, width * most);

const entryNo = (lane: number) => `${visitYear}-9${lane}00`;

/** An entry of its own for each lane, with one place. */
async function addEntry(lane: number): Promise<void> {
  await asOwner(
    `WITH source AS (SELECT plan_entry.* FROM plan_entry JOIN plan ON plan.id = plan_id WHERE plan.district_code = $1 AND until_plan_id IS NULL AND no = $2),
      entry AS (INSERT INTO plan_entry (id, root_id, plan_id, no, title, kind, form, from_day, to_day, quota, full_coverage)
        SELECT fresh, fresh, plan_id, $3, title, kind, form, from_day, to_day, 1, true FROM source, gen_random_uuid() fresh RETURNING id),
      parties AS (INSERT INTO plan_entry_agency (plan_entry_id, agency_code, is_lead) SELECT id, $4, true FROM entry)
    INSERT INTO plan_entry_matter (plan_entry_id, matter_id)
      SELECT entry.id, matter_id FROM entry, source JOIN plan_entry_matter matter ON matter.plan_entry_id = source.id`,
    [leng.districtCode, `${visitYear}-${leng.specialField.entryNo}`, entryNo(lane), leng.agency],
  );
}

function visitOf(lane: number, contender: number): FilingBody {
  const enterprise = enterprises[lane * most + contender] ?? '';
  return plannedVisit(leng, {
    kind: 'annual',
    form: 'onsite',
    planEntry: entryNo(lane),
    enterprise,
    matters: [matter],
    inspectors: [...inspectors],
  });
}

async function placesUsed(lane: number): Promise<number> {
  const [row] = await db().$queryRaw<{ used: number }[]>(Prisma.sql`SELECT used FROM plan_entry WHERE no = ${entryNo(lane)}`);
  return row?.used ?? -1;
}

/** Several want the last place: one gets it, the others hear why not; then it is given back for the next contest. */
async function contest(nth: number, lane: number): Promise<void> {
  const contenders = Array.from({ length: 2 + (nth % (most - 1)) }, (_, contender) => visitOf(lane, contender));
  const outcomes = await Promise.all(contenders.map((body) => fileVisit(key, body)));
  const filed = outcomes.flatMap((outcome) => (outcome.ok ? [outcome.value] : []));
  expect([filed.length, await placesUsed(lane)]).toEqual([1, 1]);
  for (const outcome of outcomes) {
    if (!outcome.ok)
      expect(outcome.refusal).toMatchObject({
        kind: 'unlawful',
        verdict: { findings: expect.arrayContaining([expect.objectContaining({ rule: 'planned', outcome: 'forbidden' })]) },
      });
  }
  await succeed(key, withdrawFiling, { filing: filed[0]?.id ?? '', reason: '让给下一轮' });
}

it('500 contests for the last place of a plan entry: one wins each', async () => {
  for (let lane = 0; lane < width; lane++) await addEntry(lane);
  await runContests({ count: 500, width }, contest);
  const left = await readOne(
    `SELECT (SELECT sum(used)::int FROM plan_entry WHERE no LIKE $1) AS places,
      (SELECT sum(visits)::int FROM visit_counter JOIN enterprise ON enterprise.id = enterprise_id WHERE uscc = ANY ($2)) AS visits,
      (SELECT count(*)::int FROM matter_visit JOIN enterprise ON enterprise.id = enterprise_id WHERE uscc = ANY ($2)) AS matters,
      (SELECT count(*)::int FROM filing WHERE status = 'withdrawn' AND remark = '让给下一轮') AS withdrawn`,
    [`${visitYear}-9_00`, enterprises],
  );
  expect(left).toEqual({ places: 0, visits: 0, matters: 0, withdrawn: 500 });
}, 120_000);
