import { describe, expect, it } from 'vitest';
import type { Verdict } from '#domain/law/verdict.ts';
import { revokeFiling } from '#features/filing/commands/decide-filing.ts';
import { startDraft } from '#features/filing/commands/keep-draft.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { listDrawnVisits } from '#features/filing/queries/list-drawn-visits.ts';
import { loadDraftDesk } from '#features/filing/queries/load-draft-desk.ts';
import { drawnFilter, type FilingBody } from '#features/filing/schema.ts';
import { joinVisit } from '#features/joint-visit/commands/join-visit.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { untouchedEnterprises } from '#support/contests.ts';
import { expectNotFound, fileVisit } from '#support/filings.ts';
import { drawForBoth, jointVisitBody, ours, readJointLimits, theirs } from '#support/joint.ts';
import { accepted, act, agencyOf, keyOf, officeOf, succeed } from '#support/people.ts';
import { enterpriseId } from '#support/requests.ts';

const { leng } = journey;
const [office, director, filer, other, key, otherKey] = await Promise.all([
  officeOf('luolin'),
  officeOf('xiezhiyuan'),
  agencyOf('shenleyu'),
  agencyOf('suchenxin'),
  keyOf(leng.agency),
  keyOf(theirs.agency),
]);
const enterprises = await untouchedEnterprises(leng.matter, 12);
const outcomes = await drawForBoth(enterprises);
const at = (nth: number) => enterprises[nth] ?? '';

async function joined(nth: number): Promise<string> {
  const parts = Object.values(outcomes.get(at(nth)) ?? {});
  await succeed(office, joinVisit, { enterprise: enterpriseId(leng, at(nth)), outcomes: parts, lead: ours.agency });
  return at(nth);
}

async function refuse(scope: AgencyScope, body: FilingBody): Promise<{ verdict: Verdict; rules: string[] }> {
  const outcome = await fileVisit(scope, body);
  if (outcome.ok || outcome.refusal.kind !== 'unlawful') throw new Error(`not refused by law: ${JSON.stringify(outcome)}`);
  const { verdict } = outcome.refusal;
  return { verdict, rules: verdict.findings.flatMap(({ rule, outcome }) => (outcome === 'forbidden' ? [rule] : [])) };
}

const alone = (enterprise: string): FilingBody =>
  jointVisitBody(enterprise, { matters: [ours.matter], coAgencies: [], inspectors: [...ours.inspectors] });
const otherAlone = (enterprise: string): FilingBody => ({
  ...jointVisitBody(enterprise, { planEntry: theirs.no, matters: [theirs.matter], coAgencies: [], inspectors: [...theirs.inspectors] }),
  approval: { by: 'DEMO-431103-U0055', at: new Date(Date.now() - 60_000) },
});

describe('a joint visit is filed by its lead', () => {
  it('takes a place of each joined entry, a visit of each line and each matter; withdrawn, all is given back', async () => {
    const enterprise = await joined(0);
    const before = await readJointLimits(enterprise);
    const { id } = await accepted(fileVisit(key, jointVisitBody(enterprise)));
    const taken = { ours: 1, theirs: 1, visits: 2, matters: 2 };
    const after = Object.fromEntries(
      Object.entries(before).map(([name, value]) => [name, value + (taken[name as keyof typeof taken] ?? 0)]),
    );
    expect(await readJointLimits(enterprise)).toEqual(after);
    await succeed(filer, withdrawFiling, { filing: id, reason: '改期' });
    expect(await readJointLimits(enterprise)).toEqual(before);
    const again = await accepted(fileVisit(key, jointVisitBody(enterprise)));
    await succeed(director, revokeFiling, { filing: again.id, reason: '超出事项' });
    expect(await readJointLimits(enterprise)).toEqual(before);
  });

  it('with every agency, officers of every outcome, and nobody who was not drawn', async () => {
    const enterprise = await joined(1);
    expect((await refuse(key, alone(enterprise))).rules).toEqual(expect.arrayContaining(['drawn', 'joint']));
    const oneSided = await refuse(key, jointVisitBody(enterprise, { inspectors: [...ours.inspectors] }));
    expect(oneSided.verdict.findings.find(({ rule }) => rule === 'drawn')).toMatchObject({ facts: { 缺少: '区应急局' } });
    const undrawn = jointVisitBody(enterprise, { inspectors: [...ours.inspectors, 'DEMO-431103-U0050'] });
    expect((await refuse(key, undrawn)).rules).toContain('drawn');
    expect(await accepted(fileVisit(key, jointVisitBody(enterprise)))).toMatchObject({ status: 'filed', verdict: { kind: 'allowed' } });
  });

  it('another agency of it that wants to file alone is told which visit to join, before and after it is filed', async () => {
    const enterprise = await joined(2);
    const { verdict, rules } = await refuse(otherKey, otherAlone(enterprise));
    expect(rules).toEqual(['joint']);
    expect(verdict.findings.find(({ rule }) => rule === 'joint')?.title).toBe('已并入区市场监管局牵头的联合检查');
    expect(verdict.fixes).toMatchObject([{ kind: 'join', filingNo: null, note: expect.stringContaining('区市场监管局牵头') }]);
    const filed = await accepted(fileVisit(key, jointVisitBody(enterprise)));
    const after = await refuse(otherKey, otherAlone(enterprise));
    expect(after.verdict.findings.find(({ rule }) => rule === 'drawn')?.say).toContain(filed.filingNo);
  });

  it('two at once, by the lead and by the other: one is filed, nothing is taken twice', async () => {
    const enterprise = await joined(3);
    const before = await readJointLimits(enterprise);
    const attempts = await Promise.all([
      fileVisit(key, jointVisitBody(enterprise)),
      fileVisit(otherKey, otherAlone(enterprise)),
      fileVisit(key, jointVisitBody(enterprise)),
    ]);
    expect(attempts.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await readJointLimits(enterprise)).toMatchObject({ ours: (before.ours ?? 0) + 1, theirs: (before.theirs ?? 0) + 1 });
  });

  it('all or nothing: the last place of one entry lets one of several enterprises in', async () => {
    const contenders = await Promise.all([4, 5, 6].map(joined));
    await asOwner('UPDATE plan_entry SET quota = used + 1 WHERE no = $1 AND until_plan_id IS NULL', [theirs.no]);
    const before = await readJointLimits(at(4));
    const attempts = await Promise.all(contenders.map((enterprise) => fileVisit(key, jointVisitBody(enterprise))));
    await asOwner('UPDATE plan_entry SET quota = 50 WHERE no = $1 AND until_plan_id IS NULL', [theirs.no]);
    expect(attempts.filter(({ ok }) => ok)).toHaveLength(1);
    const after = await readJointLimits(at(4));
    expect([after.ours, after.theirs]).toEqual([(before.ours ?? 0) + 1, (before.theirs ?? 0) + 1]);
    for (const attempt of attempts) {
      if (attempt.ok || attempt.refusal.kind !== 'unlawful') continue;
      expect(attempt.refusal.verdict.findings.find(({ rule }) => rule === 'planned')?.say).toContain(theirs.no);
    }
  });

  it('stands no longer once a draw of it is void: the lead files alone', async () => {
    const enterprise = await joined(7);
    await asOwner(`UPDATE draw_outcome SET replaced_at = now(), replaced_reason = 'moved' WHERE id = $1`, [
      outcomes.get(enterprise)?.theirs,
    ]);
    expect(await accepted(fileVisit(key, alone(enterprise)))).toMatchObject({ status: 'filed' });
  });
});

describe('the list and the form of a joint visit', () => {
  const list = async (scope: AgencyScope, uscc: string) => (await listDrawnVisits(scope, drawnFilter.parse({ q: uscc }))).rows;

  it('is the lead’s to file, filled in with all agencies, matters and officers; the other looks on', async () => {
    const enterprise = await joined(8);
    expect(await list(filer, enterprise)).toMatchObject([
      { isOwn: true, joint: { agencies: expect.arrayContaining(['区应急局', '区市场监管局']) } },
    ]);
    expect(await list(other, enterprise)).toMatchObject([{ isOwn: false, joint: { leadName: '区市场监管局' } }]);
    const parts = outcomes.get(enterprise);
    const { draft } = await succeed(filer, startDraft, { enterprise: enterpriseId(leng, enterprise), outcome: parts?.ours });
    const desk = await loadDraftDesk(filer, draft);
    expect(desk?.body).toMatchObject({ planEntry: ours.no, coAgencies: [theirs.agency], matters: [ours.matter, theirs.matter].sort() });
    expect(new Set(desk?.body.inspectors)).toEqual(new Set([...ours.inspectors, ...theirs.inspectors]));
    expect(desk?.verdict?.kind).toBe('allowed');
    await expectNotFound(() => act(other, startDraft, { enterprise: enterpriseId(leng, enterprise), outcome: parts?.theirs }));
  });

  it('leaves both lists once it is filed', async () => {
    const enterprise = await joined(9);
    await accepted(fileVisit(key, jointVisitBody(enterprise)));
    expect([await list(filer, enterprise), await list(other, enterprise)]).toEqual([[], []]);
  });
});
