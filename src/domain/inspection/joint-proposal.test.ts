import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type DueOutcome, faultOfJoining, type JointLimits, proposeJointVisits, sharedWindow } from './joint-proposal.ts';

const limits: JointLimits<DueOutcome> = { agenciesPerVisit: 4, hasOpenDay: () => true };
let serial = 0;
function due(agency: string, fromDay: string, toDay: string, change: Partial<DueOutcome> = {}): DueOutcome {
  serial += 1;
  return { outcome: `o${serial}`, enterprise: 'E', agency, fromDay, toDay, matters: 1, filed: false, jointVisit: null, ...change };
}

describe('joint: outcomes of several agencies become one visit', () => {
  it('joint: periods that meet on one day are joined, those that do not are named', () => {
    const parts = [due('a', '2026-10-01', '2026-11-15'), due('b', '2026-11-15', '2026-12-31')];
    expect(proposeJointVisits(parts, limits)).toMatchObject({
      proposals: [{ lead: 'a', fromDay: '2026-11-15', toDay: '2026-11-15', parts }],
      apart: [],
    });
    const late = [due('a', '2026-10-01', '2026-11-14'), due('b', '2026-11-15', '2026-12-31')];
    expect(proposeJointVisits(late, limits)).toMatchObject({ proposals: [], apart: [{ reason: 'periodsApart' }] });
  });

  it('joint: the lead is whose period ends first, then who has most matters', () => {
    const [a, b, c] = [
      due('a', '2026-11-01', '2026-12-31'),
      due('b', '2026-11-01', '2026-11-30'),
      due('c', '2026-11-01', '2026-11-30', { matters: 3 }),
    ];
    expect(proposeJointVisits([a, b, c], limits).proposals[0]).toMatchObject({ lead: 'c', parts: [c, b, a], toDay: '2026-11-30' });
  });

  it('joint: one agency’s outcomes, filed ones and those already joined are left alone, with the reason', () => {
    const a = due('a', '2026-11-01', '2026-12-31');
    const reasonBeside = (other: DueOutcome) => proposeJointVisits([a, other], limits).apart.map(({ reason }) => reason);
    expect(reasonBeside(due('a', '2026-11-01', '2026-12-31'))).toEqual(['sameAgency']);
    expect(reasonBeside(due('b', '2026-11-01', '2026-12-31', { filed: true }))).toEqual(['filed']);
    expect(reasonBeside(due('b', '2026-11-01', '2026-12-31', { jointVisit: 'j' }))).toEqual(['joinedElsewhere']);
    expect(reasonBeside(due('a', '2027-01-01', '2027-01-31'))).toEqual([]);
    const filed = [due('b', '2026-11-01', '2026-12-31', { filed: true }), due('c', '2026-11-01', '2026-12-31', { filed: true })];
    expect(proposeJointVisits(filed, limits)).toEqual({ proposals: [], apart: [] });
    const joined = [due('b', '2026-11-01', '2026-12-31', { jointVisit: 'j' }), due('c', '2026-11-01', '2026-12-31', { jointVisit: 'j' })];
    expect(proposeJointVisits(joined, limits)).toEqual({ proposals: [], apart: [] });
  });

  it('joint: not without a day on which people may enter, nor by more agencies than the policy lets come at once', () => {
    const parts = ['a', 'b', 'c'].map((agency) => due(agency, '2026-11-01', '2026-12-31'));
    expect(proposeJointVisits(parts.slice(0, 2), { ...limits, hasOpenDay: () => false }).apart).toMatchObject([{ reason: 'noOpenDay' }]);
    const two = proposeJointVisits(parts, { ...limits, agenciesPerVisit: 2 });
    expect([two.proposals.map((one) => one.parts.length), two.apart.map(({ reason }) => reason)]).toEqual([
      [2],
      ['joinedElsewhere', 'joinedElsewhere'],
    ]);
  });

  it('joint: enterprises are looked at one by one', () => {
    const parts = [due('a', '2026-11-01', '2026-12-31'), due('b', '2026-11-01', '2026-12-31', { enterprise: 'F' })];
    expect(proposeJointVisits(parts, limits)).toEqual({ proposals: [], apart: [] });
  });

  it('joint: whatever is drawn, each proposal is lawful, each outcome stands in one at most, and no lawful pair is left over', () => {
    const day = fc.integer({ min: 1, max: 28 }).map((date) => `2026-11-${String(date).padStart(2, '0')}`);
    const outcome = fc
      .tuple(fc.constantFrom('a', 'b', 'c', 'd'), day, day, fc.boolean())
      .map(([agency, one, other, filed]) => due(agency, ...([one, other].sort() as [string, string]), { filed }));
    fc.assert(
      fc.property(fc.array(outcome, { maxLength: 8 }), (outcomes) => {
        const { proposals, apart } = proposeJointVisits(outcomes, limits);
        const used = proposals.flatMap(({ parts }) => parts);
        expect(new Set(used).size).toBe(used.length);
        for (const { parts, fromDay, toDay } of proposals) {
          expect([faultOfJoining(parts, limits), sharedWindow(parts)]).toEqual([null, { fromDay, toDay }]);
        }
        for (const { one, other, reason } of apart) {
          if (reason === 'joinedElsewhere') expect(used.includes(one) || used.includes(other)).toBe(true);
        }
      }),
    );
  });
});
