import { describe, expect, it } from 'vitest';
import { approveAmendment } from '#features/amendment/commands/approve-amendment.ts';
import { decideAmendment } from '#features/amendment/commands/decide-amendment.ts';
import { joinFiling } from '#features/amendment/commands/propose-amendment.ts';
import { loadActs } from '#features/amendment/queries/load-acts.ts';
import { loadJoinDesk } from '#features/amendment/queries/load-desks.ts';
import type { JoinForm } from '#features/amendment/schema.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { listDrawnVisits } from '#features/filing/queries/list-drawn-visits.ts';
import { loadFiling } from '#features/filing/queries/load-filing.ts';
import { drawnFilter, type FilingBody } from '#features/filing/schema.ts';
import { journey } from '#seed/story.data.ts';
import { amendFormOf, amendVisit, lastAct } from '#support/amendments.ts';
import { asOwner } from '#support/api.ts';
import { untouchedEnterprises } from '#support/contests.ts';
import { expectNotFound, expectOneOf, fileVisit } from '#support/filings.ts';
import { drawForBoth, jointVisitBody, ours, readJointLimits, theirs } from '#support/joint.ts';
import { accepted, act, agencyOf, keyOf, officeOf, succeed } from '#support/people.ts';
import { at, caseVisit, enterpriseId, freeDays, visitYear } from '#support/requests.ts';
import { readFiling, readTold } from '#support/rows.ts';

const { leng } = journey;
const [filer, head] = await Promise.all([agencyOf('shenleyu'), agencyOf('zengli')]);
const [joiner, headOfJoiner] = await Promise.all([agencyOf('suchenxin'), agencyOf('fanguili')]);
const [stranger, key, office] = await Promise.all([agencyOf('weibofeng'), keyOf(leng.agency), officeOf('luolin')]);
const enterprises = await untouchedEnterprises(leng.matter, 8);
await drawForBoth(enterprises);
const [, second = ''] = freeDays;

/** The market regulator alone, at an enterprise that the safety bureau drew too: it claims a ground to stay apart, so that the other may join later. */
const alone = (nth: number) =>
  jointVisitBody(enterprises[nth] ?? '', { matters: [ours.matter], coAgencies: [], inspectors: [...ours.inspectors] });
const joinForm = (filing: string, change: Partial<JoinForm> = {}): JoinForm => ({
  ...{
    filing,
    reason: '同次入企',
    kind: 'special',
    planEntry: theirs.no,
    matters: [theirs.matter],
    inspectors: [...theirs.inspectors],
    form: 'onsite',
  },
  ...{ triggerType: '', triggerReference: '', exemptionCode: '', exemptionReason: '', exemptionEvidence: '', overCapReason: '' },
  ...{ separateGround: '', separateReason: '', ...change },
});

const beyond = { overCapReason: '企业申请复查' };
/** Lets a line have used up its visits for the year. */
const fill = (nth: number, line: string) =>
  asOwner(
    `INSERT INTO visit_counter (enterprise_id, agency_kind, year, visits) VALUES ($1, $2, $3, 9)
      ON CONFLICT (enterprise_id, agency_kind, year) DO UPDATE SET visits = 9`,
    [enterpriseId(leng, enterprises[nth] ?? ''), line, visitYear],
  );
const visitsOf = async (nth: number) => {
  const rows = await asOwner<{ line: string; visits: number }>(
    "SELECT agency_kind AS line, visits FROM visit_counter WHERE enterprise_id = $1 AND year = $2 AND agency_kind IN ('amr', 'emergency')",
    [enterpriseId(leng, enterprises[nth] ?? ''), visitYear],
  );
  return Object.fromEntries(rows.map(({ line, visits }) => [line, visits]));
};

/** Files the lead's part while the other's entry is not yet due, so that nothing stands against it. */
async function filed(nth: number, change: Partial<FilingBody> = {}): Promise<string> {
  const period = (from: string) =>
    asOwner('UPDATE plan_entry SET from_day = $1::date, to_day = $2::date WHERE no = $3 AND until_plan_id IS NULL', [
      from,
      from,
      theirs.no,
    ]);
  const [kept] = await asOwner<{ from: string; to: string }>(
    'SELECT from_day::text AS "from", to_day::text AS "to" FROM plan_entry WHERE no = $1 AND until_plan_id IS NULL',
    [theirs.no],
  );
  await period('2020-01-01');
  const { id } = await accepted(fileVisit(key, { ...alone(nth), ...change }));
  await asOwner('UPDATE plan_entry SET from_day = $1::date, to_day = $2::date WHERE no = $3 AND until_plan_id IS NULL', [
    kept?.from,
    kept?.to,
    theirs.no,
  ]);
  return id;
}

async function joined(nth: number): Promise<string> {
  const id = await filed(nth);
  await succeed(joiner, joinFiling, joinForm(id));
  await succeed(headOfJoiner, approveAmendment, { amendment: (await lastAct(id)).id });
  return id;
}

describe('another agency joins a visit that is filed', () => {
  it('with its own entry, matters and people; its head approves, the lead is told, all is given back at the end', async () => {
    const id = await filed(0);
    const uscc = enterprises[0] ?? '';
    const before = await readJointLimits(uscc);
    await succeed(joiner, joinFiling, joinForm(id));
    const proposal = await lastAct(id);
    expect(await loadFiling(joiner, id)).toBeNull();
    expect((await loadActs(joiner, id))?.acts).toHaveLength(1);
    await expectNotFound(() => act(head, approveAmendment, { amendment: proposal.id }));
    await expectOneOf([1, 2].map(() => act(headOfJoiner, approveAmendment, { amendment: proposal.id })));
    expect(await readJointLimits(uscc)).toEqual({
      ...before,
      theirs: (before.theirs ?? 0) + 1,
      visits: (before.visits ?? 0) + 1,
      matters: (before.matters ?? 0) + 1,
    });
    const filing = await loadFiling(joiner, id);
    expect(filing?.agencies.map(({ agencyCode }) => agencyCode).sort()).toEqual([ours.agency, theirs.agency].sort());
    expect([filing?.matters.length, filing?.inspectors.length, filing?.amendments]).toEqual([2, 4, 1]);
    expect(await readTold(id, 'amendment.registered')).toEqual(expect.arrayContaining(['zengli', 'fanguili', 'suchenxin']));
    const due = await listDrawnVisits(joiner, drawnFilter.parse({}), 500);
    expect(due.rows.filter((row) => row.uscc === uscc)).toEqual([]);
    await succeed(filer, withdrawFiling, { filing: id, reason: '改期' });
    expect(await readJointLimits(uscc)).toEqual({
      ...before,
      ours: (before.ours ?? 0) - 1,
      visits: (before.visits ?? 0) - 1,
      matters: (before.matters ?? 0) - 1,
    });
  });

  it('the lead moves it afterwards: both parts are judged at the new time, and take the same', async () => {
    const id = await joined(1);
    const limits = await readJointLimits(enterprises[1] ?? '');
    await amendVisit(filer, head, amendFormOf(id, alone(1), { start: at(second, '09:00'), end: at(second, '11:30') }));
    expect(await readJointLimits(enterprises[1] ?? '')).toEqual(limits);
    expect(await asOwner('SELECT FROM filing_inspector WHERE filing_id = $1', [id])).toHaveLength(4);
  });

  it('beside a lead that was agreed to beyond its cap: the cap binds whoever comes newly, not what stands', async () => {
    const id = await filed(6, beyond);
    await fill(6, 'amr');
    await succeed(joiner, joinFiling, joinForm(id));
    await succeed(headOfJoiner, approveAmendment, { amendment: (await lastAct(id)).id });
    expect(await visitsOf(6)).toEqual({ amr: 9, emergency: 1 });
  });

  it('beyond its own cap with consent: the lead changes its own part afterwards', async () => {
    const id = await filed(7);
    await fill(7, 'emergency');
    await succeed(joiner, joinFiling, joinForm(id, beyond));
    const { id: amendment } = await lastAct(id);
    await succeed(headOfJoiner, approveAmendment, { amendment });
    await succeed(office, decideAmendment, { amendment, decision: 'registered', reason: '同意' });
    await amendVisit(filer, head, amendFormOf(id, alone(7), { site: '二号厂房' }));
    expect(await visitsOf(7)).toEqual({ amr: 1, emergency: 10 });
  });

  it('changes its own people later, and nobody else’s', async () => {
    const id = await joined(2);
    const people = [...theirs.inspectors, 'DEMO-431103-U0050'];
    const refused = await act(joiner, joinFiling, joinForm(id, { inspectors: people }));
    expect(refused).toMatchObject({ ok: false, refusal: { kind: 'unlawful', verdict: { kind: 'forbidden' } } });
    expect(await act(joiner, joinFiling, joinForm(id))).toMatchObject({
      ok: false,
      refusal: { kind: 'invalid', fields: { '': ['没有任何变更'] } },
    });
    expect(await readFiling(id)).toMatchObject({ status: 'filed' });
  });

  it('not with a matter that is checked already, and with one’s own plan only', async () => {
    const id = await filed(3);
    expect(await act(joiner, joinFiling, joinForm(id, { matters: [ours.matter] }))).toMatchObject({
      refusal: { kind: 'invalid', fields: { matters: [expect.any(String)] } },
    });
    expect(await act(joiner, joinFiling, joinForm(id, { planEntry: ours.no }))).toMatchObject({ refusal: { kind: 'unlawful' } });
    expect(await loadJoinDesk(joiner, id, {})).toMatchObject({ body: { planEntry: theirs.no, matters: [theirs.matter] }, fault: null });
  });

  it('finds neither another district’s, nor the own one, nor a case check', async () => {
    const id = await filed(4);
    const { id: caseCheck } = await accepted(fileVisit(key, caseVisit(leng, { enterprise: enterprises[5] ?? '' })));
    await expectNotFound(
      () => act(stranger, joinFiling, joinForm(id)),
      () => act(filer, joinFiling, joinForm(id)),
      () => act(joiner, joinFiling, joinForm(caseCheck)),
    );
    expect([await loadJoinDesk(stranger, id, {}), await loadActs(stranger, id), await loadActs(joiner, id)]).toEqual([null, null, null]);
  });
});
