import { describe, expect, it } from 'vitest';
import type { Verdict } from '#domain/law/verdict.ts';
import { groundsOf } from '#domain/law/verdict.ts';
import type { FilingBody } from '#features/filing/schema.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { fileVisit } from '#support/filings.ts';
import { accepted, keyOf } from '#support/people.ts';
import { at, caseVisit, enterpriseId, freeDays, freeEnterprise, nextMonthOn, plannedVisit, tenth } from '#support/requests.ts';
import { readOne } from '#support/rows.ts';

const { leng, dazhu } = journey;
const [scope, dazhuScope] = await Promise.all([keyOf(leng.agency), keyOf(dazhu.agency)]);

/** The verdict of what has to be refused, and the rules that were kept with the attempt. */
async function refuse(from: AgencyScope, body: FilingBody): Promise<{ verdict: Verdict; rules: string[] }> {
  const outcome = await fileVisit(from, body);
  if (outcome.ok || outcome.refusal.kind !== 'unlawful') throw new Error(`not refused by law: ${JSON.stringify(outcome)}`);
  const { rules } = await readOne<{ rules: string[] }>('SELECT rules FROM refusal ORDER BY refused_at DESC, id DESC LIMIT 1');
  return { verdict: outcome.refusal.verdict, rules };
}

describe('冷水滩', () => {
  it('quiet-day: a planned visit on the 10th is refused with rule, source, facts and three lawful slots', async () => {
    const { verdict, rules } = await refuse(scope, plannedVisit(leng, { start: at(tenth, '09:00'), end: at(tenth, '11:30') }));
    expect(rules).toEqual(['quiet-day']);
    const [ground] = groundsOf(verdict);
    expect(ground).toMatchObject({
      rule: 'quiet-day',
      outcome: 'forbidden',
      say: expect.stringContaining('宁静日'),
      basis: { instrument: expect.any(String) },
    });
    expect(Object.keys(ground?.facts ?? {})).toContain('宁静日');
    const slots = verdict.fixes.filter((fix) => fix.kind === 'slot');
    expect(slots).toHaveLength(3);
  });

  it('each slot that is offered is lawful', async () => {
    const { verdict } = await refuse(scope, plannedVisit(leng, { start: at(tenth, '09:00'), end: at(tenth, '11:30') }));
    const slots = verdict.fixes.flatMap((fix) => (fix.kind === 'slot' ? [fix] : []));
    for (const [nth, { start, end }] of slots.entries()) {
      const settled = await accepted(fileVisit(scope, plannedVisit(leng, { enterprise: freeEnterprise(leng, 3 + nth), start, end })));
      expect(settled).toMatchObject({ status: 'filed', verdict: { kind: 'allowed' } });
    }
  });

  it('quiet-day: a case check on the 10th with its trigger is not barred', async () => {
    const body = caseVisit(leng, { start: at(tenth, '09:00'), end: at(tenth, '11:30') });
    const settled = await accepted(fileVisit(scope, body));
    expect(settled.verdict.findings.find(({ rule }) => rule === 'quiet-day')).toMatchObject({ outcome: 'notApplicable' });
  });

  it('trigger: a case check without one is refused', async () => {
    expect((await refuse(scope, caseVisit(leng, { trigger: null }))).rules).toEqual(['trigger']);
  });

  it('quiet-day: a special field is exempt on the 10th, and filed at once', async () => {
    const { entryNo, matter, enterprises, inspectors } = leng.specialField;
    const body = plannedVisit(leng, {
      ...{
        kind: 'annual',
        form: 'onsite',
        planEntry: `${tenth.slice(0, 4)}-${entryNo}`,
        enterprise: enterprises[0] ?? '',
        matters: [matter],
      },
      ...{ inspectors: [...inspectors], start: at(tenth, '09:00'), end: at(tenth, '10:00') },
    });
    expect(await accepted(fileVisit(scope, body))).toMatchObject({ status: 'filed', verdict: { kind: 'exempt' } });
  });

  it('quiet-day: a visit that spans the 20th and 21st is refused, and a split proposed', async () => {
    const body = plannedVisit(leng, { start: at(nextMonthOn(20), '09:00'), end: at(nextMonthOn(21), '11:30') });
    const { verdict, rules } = await refuse(scope, body);
    expect(rules).toEqual(['quiet-day']);
    expect(verdict.fixes.map(({ kind }) => kind)).toContain('split');
  });

  it('quiet-day: to the 21st at 00:00 is the 20th still, from there on it is not', async () => {
    const midnight = at(nextMonthOn(21), '00:00');
    expect((await refuse(scope, plannedVisit(leng, { start: at(nextMonthOn(20), '23:00'), end: midnight }))).rules).toEqual(['quiet-day']);
    const body = plannedVisit(leng, { enterprise: freeEnterprise(leng, 6), start: midnight, end: at(nextMonthOn(21), '01:00') });
    expect(await accepted(fileVisit(scope, body))).toMatchObject({ status: 'filed' });
  });

  it('two-officers: a single officer is refused, however often named', async () => {
    const [one] = leng.inspectors;
    for (const inspectors of [[one], [one, one]]) {
      const { verdict, rules } = await refuse(scope, plannedVisit(leng, { inspectors }));
      expect(rules).toEqual(['two-officers']);
      expect(verdict.fixes.map(({ kind }) => kind)).toContain('inspector');
    }
  });

  it('two-officers: a credential that expires before the visit is refused, by name', async () => {
    const [expiring] = leng.inspectors;
    const kept = await asOwner<{ valid_to: string }>('SELECT valid_to::text FROM inspector WHERE credential_no = $1', [expiring]);
    await asOwner(`UPDATE inspector SET valid_from = '2020-01-01', valid_to = $2::date - 1 WHERE credential_no = $1`, [
      expiring,
      freeDays[0],
    ]);
    const { verdict, rules } = await refuse(scope, plannedVisit(leng));
    await asOwner('UPDATE inspector SET valid_to = $2 WHERE credential_no = $1', [expiring, kept[0]?.valid_to]);
    expect(rules).toEqual(['two-officers']);
    expect(groundsOf(verdict)[0]?.facts).toHaveProperty([`何晨（${expiring}）`], expect.stringMatching(/到期|失效|有效/));
  });

  it('eligible-subject: the office never leads a visit', async () => {
    const office = await keyOf('431103-business-environment-office');
    expect((await refuse(office, plannedVisit(leng))).rules).toContain('eligible-subject');
  });

  it('drawn: an enterprise that was not drawn is refused', async () => {
    const [undrawn] = await asOwner<{ uscc: string }>(
      `SELECT uscc FROM enterprise WHERE district_code = '431103' AND status = 'active' AND NOT EXISTS (SELECT FROM draw_outcome WHERE enterprise_id = enterprise.id) LIMIT 1`,
    );
    expect((await refuse(scope, plannedVisit(leng, { enterprise: undrawn?.uscc ?? '' }))).rules).toContain('drawn');
  });

  it('joint: where another agency has filed, the visit joins or stays away', async () => {
    const { verdict, rules } = await refuse(scope, plannedVisit(leng, { enterprise: leng.jointConflict.enterprise }));
    expect(rules).toEqual(['joint']);
    expect(verdict.fixes.map(({ kind }) => kind)).toContain('join');
  });

  it('internal-approval: nobody, somebody else, or in the future', async () => {
    const [somebody] = leng.inspectors;
    const approvals = [
      null,
      { by: somebody, at: new Date('2026-01-01T00:00:00Z') },
      { by: leng.leader, at: new Date('2100-01-01T00:00:00Z') },
    ];
    for (const approval of approvals) expect((await refuse(scope, plannedVisit(leng, { approval }))).rules).toEqual(['internal-approval']);
  });

  it('filed-before: a visit that has begun is refused', async () => {
    const [row] = await asOwner<{ now: Date }>('SELECT now() AS now');
    const start = new Date((row?.now.getTime() ?? 0) - 60_000);
    const body = caseVisit(leng, { enterprise: freeEnterprise(leng, 7), start, end: new Date(start.getTime() + 3_600_000) });
    expect((await refuse(scope, body)).rules).toEqual(['filed-before']);
  });

  it('white-list: an annual visit to an undisturbed enterprise is refused', async () => {
    const { entryNo, matter, enterprise, inspectors } = leng.undisturbed;
    const planEntry = `${tenth.slice(0, 4)}-${entryNo}`;
    const body = plannedVisit(leng, {
      kind: 'annual',
      form: 'onsite',
      planEntry,
      enterprise,
      matters: [matter],
      inspectors: [...inspectors],
    });
    expect((await refuse(scope, body)).rules).toEqual(['white-list']);
  });

  it('several at once: every ground is shown', async () => {
    const [one] = leng.inspectors;
    const body = plannedVisit(leng, { inspectors: [one], approval: null, start: at(tenth, '14:00'), end: at(tenth, '15:00') });
    expect((await refuse(scope, body)).rules).toEqual(['quiet-day', 'two-officers', 'internal-approval']);
  });
});

describe('大竹', () => {
  it('quiet-day: the 10th is lawful', async () => {
    const body = plannedVisit(dazhu, { start: at(tenth, '09:00'), end: at(tenth, '11:30') });
    expect(await accepted(fileVisit(dazhuScope, body))).toMatchObject({ status: 'filed', verdict: { kind: 'allowed' } });
  });

  it('planned: a visit without an entry is refused, one of the other district’s plan as well', async () => {
    const enterprise = freeEnterprise(dazhu, 1);
    expect((await refuse(dazhuScope, plannedVisit(dazhu, { enterprise, planEntry: null }))).rules).toContain('planned');
    const planEntry = plannedVisit(leng).planEntry;
    expect((await refuse(dazhuScope, plannedVisit(dazhu, { enterprise, planEntry }))).rules).toContain('planned');
  });

  it('two-officers: people of the other district are nobody here', async () => {
    const body = plannedVisit(dazhu, { enterprise: freeEnterprise(dazhu, 1), inspectors: [...leng.inspectors] });
    expect((await refuse(dazhuScope, body)).rules).toContain('two-officers');
  });

  it('refusals are counted per agency and rule', async () => {
    const kept = await asOwner<{ agency_code: string }>(
      `SELECT DISTINCT agency_code FROM refusal, unnest(rules) rule WHERE enterprise_id = $1 AND rule = 'planned' AND channel = 'api'`,
      [enterpriseId(dazhu, freeEnterprise(dazhu, 1))],
    );
    expect(kept).toEqual([{ agency_code: dazhu.agency }]);
  });
});
