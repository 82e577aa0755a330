import { expect, it } from 'vitest';
import type { FilingBody } from '#features/filing/schema.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { caseNumber, runContests, untouchedEnterprises } from '#support/contests.ts';
import { fileVisit } from '#support/filings.ts';
import { keyOf } from '#support/people.ts';

const { leng } = journey;
const [key, other] = await Promise.all([keyOf(leng.agency), keyOf(leng.agency)]);
const enterprises = await untouchedEnterprises(leng.matter, 40);

const later = (body: FilingBody, minutes: number): FilingBody => ({
  ...body,
  start: new Date(body.start.getTime() + minutes * 60_000),
  end: new Date(body.end.getTime() + minutes * 60_000),
});

/** The same visit from two of the agency's systems at once: to the minute, or overlapping by some. */
async function contest(nth: number): Promise<void> {
  const body = caseNumber(nth, enterprises);
  const twin = nth % 2 === 0 ? body : later(body, 59);
  const contenders = [fileVisit(key, body), fileVisit(other, twin), ...(nth % 5 === 0 ? [fileVisit(key, body)] : [])];
  const outcomes = await Promise.all(contenders);
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  for (const outcome of outcomes) {
    if (!outcome.ok) expect(outcome.refusal).toMatchObject({ kind: 'unlawful', verdict: { kind: 'forbidden' } });
  }
}

it('500 times the same visit at once: filed once each', async () => {
  await runContests({ count: 500, width: 8 }, contest);
  const filed = await asOwner('SELECT FROM filing JOIN enterprise ON enterprise.id = enterprise_id WHERE uscc = ANY ($1)', [enterprises]);
  expect(filed).toHaveLength(500);
  const overlapping = await asOwner(
    `SELECT FROM filing one JOIN filing two ON one.enterprise_id = two.enterprise_id AND one.lead_agency_code = two.lead_agency_code AND one.id < two.id
      AND one.starts_at < two.ends_at AND two.starts_at < one.ends_at
    WHERE one.status = 'filed' AND two.status = 'filed' AND one.channel = 'api' AND two.channel = 'api'`,
  );
  expect(overlapping).toEqual([]);
}, 120_000);
