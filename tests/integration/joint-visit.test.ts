import { describe, expect, it } from 'vitest';
import { joinAllVisits, joinVisit } from '#features/joint-visit/commands/join-visit.ts';
import { partVisit } from '#features/joint-visit/commands/part-visit.ts';
import { loadJointDesk } from '#features/joint-visit/queries/load-joint-desk.ts';
import { jointFilter } from '#features/joint-visit/schema.ts';
import type { AgencyScope, OfficeScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { untouchedEnterprises } from '#support/contests.ts';
import { expectNotFound, expectOneOf, fileVisit } from '#support/filings.ts';
import { drawForBoth, jointVisitBody, ours, theirs } from '#support/joint.ts';
import { accepted, act, agencyOf, keyOf, officeOf, succeed } from '#support/people.ts';
import { enterpriseId, freeDays, nextMonthOn, plannedVisit } from '#support/requests.ts';
import { readEvents, readTold } from '#support/rows.ts';

const { leng } = journey;
const [office, elsewhere, filer, other, stranger, key] = await Promise.all([
  officeOf('luolin'),
  officeOf('jiangxinlan'),
  agencyOf('shenleyu'),
  agencyOf('suchenxin'),
  agencyOf('zhuzhekang'),
  keyOf(leng.agency),
]);
const enterprises = await untouchedEnterprises(leng.matter, 9);
const outcomes = await drawForBoth(enterprises);
const at = (nth: number) => enterprises[nth] ?? '';
const partsOf = (nth: number) => Object.values(outcomes.get(at(nth)) ?? {});
const asked = (nth: number, lead: string = ours.agency) => ({ enterprise: enterpriseId(leng, at(nth)), outcomes: partsOf(nth), lead });
const desk = (scope: AgencyScope | OfficeScope, view = 'proposals') => loadJointDesk(scope, jointFilter.parse({ view }));
const join = async (nth: number, lead?: string) => (await succeed(office, joinVisit, asked(nth, lead))).id;

async function jointOf(nth: number): Promise<(string | null)[]> {
  const rows = await asOwner<{ joint: string | null }>('SELECT joint_visit_id AS joint FROM draw_outcome WHERE id = ANY ($1)', [
    partsOf(nth),
  ]);
  return rows.map(({ joint }) => joint);
}

/** What the story itself has to be joined. */
const before = (await desk(office)).counts.proposals - enterprises.length;

describe('the desk compares the outcomes of different agencies', () => {
  it('proposes a lead and the days that both periods share', async () => {
    const { proposals, counts, canAct } = await desk(office);
    expect(canAct).toBe(true);
    expect(counts.proposals).toBe(9 + before);
    const drawn = proposals.filter(({ parts }) => enterprises.includes(parts[0]?.uscc ?? ''));
    expect(drawn).toHaveLength(9);
    expect(drawn[0]).toMatchObject({ lead: expect.any(String), fromDay: nextMonthOn(5), toDay: freeDays.at(-1) });
    expect(new Set(drawn[0]?.parts.map(({ agency }) => agency))).toEqual(new Set([ours.agency, theirs.agency]));
  });

  it('shows an agency what concerns it, to read, and the other district nothing', async () => {
    expect(await desk(filer)).toMatchObject({ canAct: false, counts: { proposals: 9 + before } });
    expect((await desk(stranger)).counts.proposals).toBe(0);
    expect((await desk(elsewhere)).proposals.filter(({ parts }) => parts.some(({ uscc }) => enterprises.includes(uscc)))).toEqual([]);
  });
});

describe('joinVisit makes outcomes one visit', () => {
  it('under the lead that the office chose; both agencies are told', async () => {
    const id = await join(0, theirs.agency);
    expect(await jointOf(0)).toEqual([id, id]);
    expect(await readEvents(id)).toEqual(['jointVisit.joined']);
    expect(await readTold(id, 'jointVisit.joined')).toEqual(['fanguili', 'shenleyu', 'suchenxin', 'zengli']);
    const { joined } = await desk(filer, 'joined');
    expect(joined).toMatchObject([{ id, leadName: '区应急局', fromDay: nextMonthOn(5), filing: null }]);
    expect((await desk(stranger, 'joined')).joined).toEqual([]);
  });

  it('not with another district’s eyes, a lead who takes no part, or outcomes of elsewhere', async () => {
    await expectNotFound(() => act(elsewhere, joinVisit, asked(1)));
    expect(await act(office, joinVisit, asked(1, '431103-fire'))).toMatchObject({ ok: false, refusal: { kind: 'invalid' } });
    const mixed = { ...asked(1), outcomes: [...partsOf(1).slice(0, 1), ...partsOf(2).slice(1)] };
    expect(await act(office, joinVisit, mixed)).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    expect(await jointOf(1)).toEqual([null, null]);
  });

  it('two at once: one joint visit', async () => {
    await expectOneOf([
      act(office, joinVisit, asked(1)),
      act(office, joinVisit, asked(1, theirs.agency)),
      act(office, joinVisit, asked(1)),
    ]);
    const [row] = await asOwner<{ visits: number }>('SELECT count(*)::int AS visits FROM joint_visit WHERE enterprise_id = $1', [
      enterpriseId(leng, at(1)),
    ]);
    expect([row?.visits, new Set(await jointOf(1)).size]).toEqual([1, 1]);
  });

  it('not once one of them is filed, and then says so', async () => {
    const separate = { ground: 'legalDeadline', reason: '法定期限将满' } as const;
    await accepted(fileVisit(key, plannedVisit(leng, { planEntry: ours.no, enterprise: at(2), form: 'onsite', separate })));
    expect(await act(office, joinVisit, asked(2))).toMatchObject({
      ok: false,
      refusal: { kind: 'stale', say: expect.stringContaining('备案') },
    });
    const pair = (await desk(office, 'apart')).apart.find(({ one }) => one.uscc === at(2));
    expect(pair?.reason).toBe('filed');
  });
});

describe('partVisit takes one apart again', () => {
  it('with the reason; the outcomes are free, and the agencies told', async () => {
    const id = await join(3);
    await succeed(office, partVisit, { jointVisit: id, reason: '事项涉密' });
    expect(await jointOf(3)).toEqual([null, null]);
    expect(await readEvents(id)).toEqual(['jointVisit.joined', 'jointVisit.parted']);
    expect(await readTold(id, 'jointVisit.parted')).toEqual(['fanguili', 'shenleyu', 'suchenxin', 'zengli']);
    expect((await desk(office)).proposals.some(({ parts }) => parts.some(({ uscc }) => uscc === at(3)))).toBe(true);
    expect(await join(3)).not.toBe(id);
  });

  it('not another district’s; and of three at once one', async () => {
    const id = await join(4);
    const part = { jointVisit: id, reason: '理由' };
    await expectNotFound(() => act(elsewhere, partVisit, part));
    await expectOneOf([act(office, partVisit, part), act(office, partVisit, part), act(office, partVisit, part)]);
  });

  it('not once a filing stands on it', async () => {
    const id = await join(5);
    await accepted(fileVisit(key, jointVisitBody(at(5))));
    expect(await act(office, partVisit, { jointVisit: id, reason: '理由' })).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    expect(await jointOf(5)).toEqual([id, id]);
  });

  it('at once with the lead’s filing: one of the two', async () => {
    const id = await join(6);
    const [parted, filed] = await Promise.all([
      act(office, partVisit, { jointVisit: id, reason: '理由' }),
      fileVisit(key, jointVisitBody(at(6))),
    ]);
    expect([parted.ok, filed.ok].filter(Boolean)).toHaveLength(1);
  });
});

describe('joinAllVisits joins everything as proposed', () => {
  it('in one step, twice at once as once', async () => {
    const left = (await desk(office)).counts.proposals;
    expect(left).toBeGreaterThan(1);
    const attempts = await Promise.all([act(office, joinAllVisits, {}), act(office, joinAllVisits, {})]);
    expect(attempts.flatMap((outcome) => (outcome.ok ? [outcome.value.joined] : []))).toEqual([left]);
    expect((await desk(office)).counts.proposals).toBe(0);
    expect(await act(office, joinAllVisits, {})).toMatchObject({ ok: false, refusal: { kind: 'stale' } });
    expect((await jointOf(8)).every((id) => id !== null)).toBe(true);
    expect((await desk(other)).counts.proposals).toBe(0);
  });
});
