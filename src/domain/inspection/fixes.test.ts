import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, daysBetween } from '#domain/calendar/local-day.ts';
import { isWorkingDay } from '#domain/calendar/working-day.ts';
import type { Fix } from '#domain/law/verdict.ts';
import {
  amr,
  at,
  emergency,
  entryWith,
  factsWith,
  inspectorWith,
  jointVisitWith,
  matterWith,
  otherFiling,
  ownVisit,
  policyWith,
} from './facts.fixture.ts';
import type { EntryFacts, FixOptions } from './facts.ts';
import { proposeFixes } from './fixes.ts';
import { judgeEntry } from './judge-entry.ts';
import { firstDay } from './visit-days.ts';

const none: FixOptions = { inspectors: [], planEntries: [] };
const fixesOf = (facts: EntryFacts, options = none) => proposeFixes(facts, judgeEntry(facts), options);
const timed = (fix: Fix) => fix.kind === 'slot' || fix.kind === 'split' || fix.kind === 'join';
const daysOf = (fixes: Fix[]) => fixes.flatMap((fix) => (timed(fix) && 'start' in fix ? [firstDay(fix)] : []));
const on = (day: string) => ({ start: at(`${day} 09:00`), end: at(`${day} 11:30`) });

describe('lawful slots', () => {
  it('proposes nothing for a visit that is lawful', () => {
    expect(fixesOf(factsWith())).toEqual([]);
  });

  it('finds the nearest three working days outside the quiet days', () => {
    const fixes = fixesOf(factsWith({}, on('2026-12-10')));
    expect(daysOf(fixes)).toEqual(['2026-11-30', '2026-12-21', '2026-12-22']);
    expect(fixes[0]).toMatchObject({ kind: 'slot', start: at('2026-11-30 09:00'), end: at('2026-11-30 11:30'), note: '离所选日期最近' });
    expect(fixes[1]).toMatchObject({ note: '离所选日期 11 天' });
  });

  it('every slot is lawful when judged again with the same facts', () => {
    const facts = factsWith({ otherVisits: [otherFiling()], ownVisits: [ownVisit()] }, on('2026-12-10'));
    for (const fix of fixesOf(facts)) {
      if (fix.kind !== 'slot') continue;
      expect(judgeEntry({ ...facts, visit: { ...facts.visit, start: fix.start, end: fix.end } }).kind).toBe('allowed');
    }
  });

  it('reaches exactly 120 days ahead', () => {
    const policy = policyWith({ quietDays: { ...policyWith().values.quietDays.value, recurrences: [] } });
    const from = (fromDay: string) => {
      const planEntry = entryWith({ planYear: 2027, fromDay, toDay: '2027-12-31' });
      return daysOf(fixesOf(factsWith({ policy, planEntry }, on('2026-11-18'))));
    };
    expect([from('2027-03-18'), from('2027-03-19')]).toEqual([['2027-03-18'], []]);
  });

  it('puts a visit of up to five days on working days only, a longer one at least at both ends', () => {
    const policy = policyWith({ quietDays: { ...policyWith().values.quietDays.value, recurrences: [] } });
    const planEntry = entryWith({ fromDay: '2026-11-25' });
    const until = (end: string) => daysOf(fixesOf(factsWith({ policy, planEntry }, { start: at('2026-11-23 09:00'), end: at(end) })));
    expect(until('2026-11-27 17:00')[0]).toBe('2026-11-30');
    expect(until('2026-11-28 17:00').slice(0, 2)).toEqual(['2026-11-25', '2026-11-26']);
  });

  it('gives a visit of months no slot', () => {
    expect(fixesOf(factsWith({}, { end: at('9999-12-31 23:00') })).map((fix) => fix.kind)).not.toContain('slot');
  });

  it('never lies in the past and never beyond 120 days', () => {
    const facts = factsWith({ planEntry: entryWith({ toDay: '2027-12-31' }) }, on('2026-11-10'));
    const days = daysOf(fixesOf(facts));
    expect(days).toEqual(['2026-11-23', '2026-11-24', '2026-11-25']);
    expect(days.every((day) => daysBetween('2026-11-16', day) <= 120)).toBe(true);
  });

  it('keeps to the period of the plan entry and names what never lifts', () => {
    const facts = factsWith({ planEntry: entryWith({ toDay: '2026-11-20' }) }, on('2026-11-18'));
    expect(fixesOf(facts)).toEqual([{ kind: 'none', rule: 'quiet-day', note: '120 天内符合“宁静日”的日子都不符合“计划内”' }]);
  });

  it('names the yearly cap and when it is counted anew', () => {
    const counts = [{ agencyKind: 'amr', year: 2026, visits: 1 }];
    const facts = factsWith({ visitCounts: counts, now: at('2026-06-01 10:00') }, on('2026-06-24'));
    expect(fixesOf(facts)).toEqual([{ kind: 'none', rule: 'frequency-cap', note: '120 天内都不符合“频次”，2027年1月1日起重新计算' }]);
  });

  it('says that another day mends no fault of people or papers', () => {
    const facts = factsWith({ enterprise: { ...factsWith().enterprise, undisturbed: true } });
    expect(fixesOf(facts)).toMatchObject([{ kind: 'none', rule: 'white-list' }]);
    expect(fixesOf(factsWith({ approval: { state: 'missing' } }))).toMatchObject([{ kind: 'none', rule: 'internal-approval' }]);
  });

  it('a refused day is moved although the head has not approved yet', () => {
    expect(daysOf(fixesOf(factsWith({ approval: { state: 'pending' } }, on('2026-12-10'))))).toHaveLength(3);
  });

  it('does not trade a refusal for a new hold', () => {
    const counts = [{ agencyKind: 'amr', year: 2026, visits: 1 }];
    const changes = { visitCounts: counts, planEntry: entryWith({ toDay: '2027-03-31' }) };
    const held = fixesOf(factsWith(changes, { ...on('2026-12-10'), overCapReason: '整改后复核' }));
    expect(daysOf(held)).toEqual(['2026-11-30', '2026-12-21', '2026-12-22']);
    const complaint = { code: 'complaint', reason: '举报', evidence: '' } as const;
    expect(daysOf(fixesOf(factsWith({}, { ...on('2026-12-10'), exemption: complaint })))).toHaveLength(3);
  });
});

describe('nearest', () => {
  const december = fc.integer({ min: 1, max: 31 }).map((date) => `2026-12-${String(date).padStart(2, '0')}`);

  it('no working day nearer than the last slot is lawful and left out', () => {
    fc.assert(
      fc.property(december, fc.array(december, { maxLength: 3 }), (day, taken) => {
        const otherVisits = taken.map((each) => otherFiling(on(each)));
        const facts = factsWith({ otherVisits, policy: policyWith({ joint: { windowDays: 2, kinds: ['annual'] } }) }, on(day));
        const proposed = fixesOf(facts).flatMap((fix) => (fix.kind === 'slot' ? [firstDay(fix)] : []));
        const reach = Math.abs(daysBetween(day, proposed.at(-1) ?? day));
        for (let distance = -reach + 1; distance < reach; distance++) {
          const other = addDays(day, distance);
          if (distance === 0 || !isWorkingDay(facts.calendar, other) || proposed.includes(other)) continue;
          expect(judgeEntry({ ...facts, visit: { ...facts.visit, ...on(other) } }).kind).toBe('forbidden');
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('splits and joins', () => {
  it('keeps the open part of a visit over the 20th and 21st, with its daily hours', () => {
    const fixes = fixesOf(factsWith({}, { start: at('2026-12-20 09:00'), end: at('2026-12-21 17:00') }));
    expect(fixes[0]).toEqual({
      kind: 'split',
      start: at('2026-12-21 09:00'),
      end: at('2026-12-21 17:00'),
      note: '只留宁静日以外的12月21日',
    });
  });

  it('proposes no part that another rule refuses', () => {
    const facts = factsWith({ inspectors: [inspectorWith('U1')] }, { start: at('2026-12-20 09:00'), end: at('2026-12-21 17:00') });
    expect(fixesOf(facts).map((fix) => fix.kind)).toEqual(['none']);
  });

  it('cuts a night at midnight', () => {
    const fixes = fixesOf(factsWith({}, { start: at('2026-12-20 22:00'), end: at('2026-12-21 02:00') }));
    expect(fixes[0]).toMatchObject({ kind: 'split', start: at('2026-12-21 00:00'), end: at('2026-12-21 02:00') });
  });

  it('keeps the days before the quiet days when the visit runs into them', () => {
    const fixes = fixesOf(factsWith({}, { start: at('2026-11-30 09:00'), end: at('2026-12-02 17:00') }));
    expect(fixes[0]).toMatchObject({ kind: 'split', start: at('2026-11-30 09:00'), end: at('2026-11-30 17:00') });
  });

  it('offers the filing to join, then days after the window', () => {
    const facts = factsWith({ otherVisits: [otherFiling()] }, on('2026-12-10'));
    const fixes = fixesOf(facts);
    expect(fixes[0]).toMatchObject({ kind: 'join', filingNo: '区应急局检备〔2026〕87号', note: '并入区应急局，同次入企' });
    expect(fixes[1]).toMatchObject({ kind: 'slot', start: at('2026-12-28 09:00'), note: '单独入企，窗口已过' });
  });

  it('offers the joint visit that another agency leads, with its days, and nothing else in its place', () => {
    const facts = factsWith({ jointVisit: jointVisitWith({ lead: emergency.code, leadName: emergency.shortName }) });
    const days = { start: at('2026-11-01 00:00'), end: at('2026-12-01 00:00') };
    expect(fixesOf(facts)).toEqual([{ kind: 'join', filingNo: null, ...days, note: '由区应急局牵头备案，本单位作为协同单位参加' }]);
  });

  it('does not offer to join a filing on a quiet day or one that has begun', () => {
    const quiet = otherFiling({ start: at('2026-12-09 09:00'), end: at('2026-12-09 11:00') });
    const begun = otherFiling({ start: at('2026-11-16 09:00'), end: at('2026-11-16 12:00') });
    for (const other of [quiet, begun]) {
      expect(fixesOf(factsWith({ otherVisits: [other] })).some((fix) => fix.kind === 'join')).toBe(false);
    }
  });
});

describe('people and entries', () => {
  const inspectors = ['U1', 'U9', 'U3'].map((no) => inspectorWith(no));

  it('names the missing inspector from the draw, not one already listed', () => {
    const facts = factsWith({ inspectors: [inspectorWith('U1')] });
    const fixes = fixesOf(facts, { inspectors, planEntries: [] });
    expect(fixes.filter((fix) => fix.kind === 'inspector')).toEqual([
      { kind: 'inspector', credentialNo: 'U3', note: '人员U3，区市场监管局，执法证有效至 2028-12-31' },
    ]);
  });

  it('names people although the draw itself is missing', () => {
    const facts = factsWith({ inspectors: [inspectorWith('U1')], draw: null });
    const named = fixesOf(facts, { inspectors, planEntries: [] }).filter((fix) => fix.kind === 'inspector');
    expect(named.map((fix) => fix.credentialNo)).toEqual(['U3', 'U9']);
  });

  it('puts the agency and the matter that nobody covers first', () => {
    const safety = inspectorWith('E1', { agencyCode: emergency.code, groups: ['safety'] });
    const facts = factsWith({
      policy: policyWith({ drawnKinds: [] }),
      coAgencies: [emergency],
      matters: [matterWith('m-1'), matterWith('m-2', { agencyKind: 'emergency', group: 'safety' })],
      planEntry: entryWith({ agencies: [amr.code, emergency.code], matters: ['m-1', 'm-2'] }),
    });
    const fixes = fixesOf(facts, { inspectors: [...inspectors, safety], planEntries: [] });
    expect(fixes.filter((fix) => fix.kind === 'inspector').map((fix) => fix.credentialNo)).toEqual(['E1']);
  });

  it('names nobody whose credential ends before the visit', () => {
    const facts = factsWith({ inspectors: [inspectorWith('U1')] });
    const late = inspectorWith('U3', { validTo: '2026-11-23' });
    expect(fixesOf(facts, { inspectors: [late], planEntries: [] }).map((fix) => fix.kind)).toEqual(['none']);
  });

  it('names the entry that fits, drawn and with places left', () => {
    const option = (no: string, changes: object) => ({ ...entryWith({ no, ...changes }), enterpriseDrawn: true });
    const planEntries = [
      option('2026-0001', { quota: 7 }),
      option('2026-0002', { toDay: '2026-11-01' }),
      { ...option('2026-0003', {}), enterpriseDrawn: false },
      option('2026-0004', {}),
    ];
    const facts = factsWith({ planEntry: null, draw: null }, { planEntry: null });
    const entries = fixesOf(facts, { inspectors: [], planEntries }).filter((fix) => fix.kind === 'planEntry');
    expect(entries).toEqual([{ kind: 'planEntry', no: '2026-0004', note: '产品质量抽查，计划 12 家，余 5 家' }]);
  });
});
