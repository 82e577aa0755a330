import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoOf } from '#domain/calendar/iso.ts';
import { postFilingBatch } from '#features/filing/api/routes.ts';
import { type BatchAnswer, fileBatch } from '#features/filing/commands/file-batch.ts';
import { fileInspection } from '#features/filing/commands/file-inspection.ts';
import type { FilingBody } from '#features/filing/schema.ts';
import type { Command } from '#platform/command.ts';
import type { Statements } from '#platform/db.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { transactStatements } from '#platform/statements.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner, call, giveKey } from '#support/api.ts';
import { untouchedEnterprises } from '#support/contests.ts';
import { placeDraw, placeEntry } from '#support/draws.ts';
import { keyOf } from '#support/people.ts';
import { at, caseVisit, freeDays, freeEnterprise, nextMonthOn, plannedVisit, tenth, visitYear } from '#support/requests.ts';
import { readState } from '#support/rows.ts';

const { leng, dazhu } = journey;
const [scope, { secret: key }] = [await keyOf(leng.agency), await giveKey(leng.agency)];
const enterprises = await untouchedEnterprises(leng.matter, 16);
const no = `${visitYear}-9711`;
const lastDay = freeDays.at(-1) ?? '';
await placeEntry(leng.districtCode, { no, agency: leng.agency, matter: leng.matter, from: nextMonthOn(1), to: lastDay, quota: 6 });
await placeDraw(
  leng.districtCode,
  no,
  enterprises.map((uscc) => ({ uscc, inspectors: leng.inspectors })),
);
const enterpriseAt = (nth: number) => enterprises[nth % enterprises.length] ?? '';
const drawn = (nth: number, change: Partial<FilingBody> = {}) =>
  plannedVisit(leng, { planEntry: no, enterprise: enterpriseAt(nth), form: 'onsite', ...change });
const quiet = { start: at(tenth, '09:00'), end: at(tenth, '11:00') };
const sent = ({ start, end, approval, ...body }: FilingBody) => ({
  ...{ ...body, start: isoOf(start), end: isoOf(end) },
  approval: approval && { ...approval, at: isoOf(approval.at) },
});

class GivenUp extends Error {}

/** Runs work in a transaction of which nothing stays: what would have come of it. */
async function tryOut<Value>(work: (context: Command<AgencyScope, Statements>) => Promise<Value>): Promise<Value> {
  let value: { readonly found: Value } | undefined;
  const attempt = transactStatements(async (tx, now) => {
    value = { found: await work({ tx, scope, now, record: () => undefined }) };
    throw new GivenUp();
  });
  await attempt.catch((error: unknown) => {
    if (!(error instanceof GivenUp)) throw error;
  });
  if (!value) throw new Error('nothing came of it');
  return value.found;
}

/** What an answer says, without the ids and codes that chance gave it. */
const said = (answer: BatchAnswer) => {
  if (!('ok' in answer)) return answer.status;
  if (!answer.ok) return answer.refusal;
  return { filingNo: answer.value.filingNo, status: answer.value.status, verdict: answer.value.verdict };
};

const oneByOne = (bodies: readonly FilingBody[]) =>
  tryOut(async (context) => {
    const outcomes = [];
    for (const body of bodies) outcomes.push(await fileInspection(context, body));
    return outcomes.map(said);
  });
const together = (bodies: readonly FilingBody[]) =>
  tryOut(async (context) => {
    const answers = await fileBatch(
      context,
      bodies.map((input) => ({ input })),
    );
    return answers.ok ? answers.value.map(said) : [];
  });

// More drawn visits than the entry has places, two to one enterprise, case checks, a quiet day, an exemption that the office has to see.
const pool: readonly FilingBody[] = [
  ...[0, 1, 2, 3, 4, 5, 6].map((nth) => drawn(nth)),
  drawn(0, { start: at(freeDays[1] ?? '', '09:00'), end: at(freeDays[1] ?? '', '11:00') }),
  drawn(7, quiet),
  drawn(8, { inspectors: [...leng.reserves] }),
  drawn(9, { ...quiet, exemption: { code: 'complaint', reason: '职工投诉', evidence: '12345 工单 1' } }),
  caseVisit(leng, { enterprise: enterpriseAt(10) }),
  caseVisit(leng, { enterprise: enterpriseAt(1) }),
  caseVisit(leng, { enterprise: enterpriseAt(11), trigger: null }),
  drawn(12, { enterprise: freeEnterprise(dazhu, 0) }),
];

describe('a batch says of each item what the item alone would have been told', () => {
  it('rules.md: batch = one by one, in any order', async () => {
    const orders = fc.shuffledSubarray([...pool], { minLength: 6 });
    await fc.assert(
      fc.asyncProperty(orders, async (bodies) => {
        expect(await together(bodies)).toEqual(await oneByOne(bodies));
      }),
      { numRuns: 8 },
    );
  });

  it('the last places go to those who stand first, and the rest is told why', async () => {
    const answers = await together([0, 1, 2, 3, 4, 5, 6, 7].map((nth) => drawn(nth)));
    expect(answers.map((answer) => (typeof answer === 'object' && 'status' in answer ? answer.status : 'refused'))).toEqual([
      ...Array.from({ length: 6 }, () => 'filed'),
      ...['refused', 'refused'],
    ]);
  });
});

describe('POST /api/v1/filings/batch', () => {
  it('answers 207 in the order of the items, each with what became of it, and the same once more to the same key', async () => {
    const items = [
      sent(drawn(0)),
      sent(drawn(7, quiet)),
      { kind: 'annual' },
      sent(drawn(1, { enterprise: freeEnterprise(dazhu, 0) })),
      sent(drawn(2)),
    ];
    const headers = { 'idempotency-key': randomUUID() };
    const first = await call(postFilingBatch, 'POST', { key, body: { items }, headers });
    const answers = first.body.items as { status: number; filing?: { filingNo: string }; verdict?: { grounds: { rule: string }[] } }[];
    expect([first.status, answers.map(({ status }) => status)]).toEqual([207, [201, 422, 400, 404, 201]]);
    expect(answers[1]?.verdict?.grounds.map(({ rule }) => rule)).toContain('quiet-day');
    const state = await readState();
    const again = await call(postFilingBatch, 'POST', { key, body: { items }, headers });
    expect([again.status, again.headers.get('idempotency-replayed'), again.body]).toEqual([207, 'true', first.body]);
    expect(await readState()).toEqual(state);
    expect((await call(postFilingBatch, 'POST', { key, body: { items: [sent(drawn(3))] }, headers })).status).toBe(422);
  });

  it('two at once with one key: filed once, answered twice alike', async () => {
    const body = { items: [sent(drawn(3)), sent(drawn(4))] };
    const headers = { 'idempotency-key': randomUUID() };
    const calls = await Promise.all([1, 2].map(() => call(postFilingBatch, 'POST', { key, body, headers })));
    expect(calls.map(({ status }) => status)).toEqual([207, 207]);
    expect(calls[0]?.body).toEqual(calls[1]?.body);
    const rows = await asOwner<{ n: number }>(
      'SELECT count(*)::int AS n FROM filing JOIN enterprise ON enterprise.id = enterprise_id WHERE uscc = ANY ($1)',
      [[enterpriseAt(3), enterpriseAt(4)]],
    );
    expect(rows[0]?.n).toBe(2);
  });

  it('two batches at once for the same visits: each is filed once', async () => {
    const body = { items: [11, 12, 13, 14].map((nth) => sent(caseVisit(leng, { enterprise: enterpriseAt(nth) }))) };
    const back = { items: [...body.items].reverse() };
    const calls = await Promise.all([body, back].map((one) => call(postFilingBatch, 'POST', { key, body: one })));
    expect(calls.map(({ status }) => status)).toEqual([207, 207]);
  });

  it('takes one to two hundred items, and no more than 512 KB', async () => {
    const statusOf = async (items: unknown) => (await call(postFilingBatch, 'POST', { key, body: { items } })).status;
    expect(await Promise.all([[], Array(201).fill({}), 'x', undefined].map(statusOf))).toEqual([400, 400, 400, 400]);
    expect((await call(postFilingBatch, 'POST', { key, raw: `"${'x'.repeat(520 * 1024)}"` })).status).toBe(413);
    expect(await statusOf(Array(200).fill({ kind: 'x'.repeat(600) }))).toBe(207);
  });
});
