import { describe, expect, it } from 'vitest';
import { decideProposal } from '#features/merge/commands/decide-proposal.ts';
import { loadMergePanel } from '#features/merge/queries/load-merge-panel.ts';
import { loadMerges } from '#features/merge/queries/load-merges.ts';
import { mergeDecision } from '#features/merge/schema.ts';
import { undoStep } from '#features/review/commands/undo-step.ts';
import { asOwner } from '#support/api.ts';
import { merge, readProposals, readRun } from '#support/merges.ts';
import { act, officeOf, succeed } from '#support/people.ts';
import { declareOne, readLine, reviewYear, take } from '#support/review.ts';

const [clerk, director, foreign] = await Promise.all([officeOf('luolin'), officeOf('xiezhiyuan'), officeOf('jiangxinlan')]);
const count = (number: number) => ({ quantity: { kind: 'count' as const, count: number } });
const [emergency, fire] = ['431103-emergency', '431103-fire'];

// Two entries: safety, and food of two agencies in another month.
const safety = [await declareOne(emergency, 'emergency-001', count(30)), await declareOne(fire, 'fire-001', count(12))];
const food = [
  await declareOne('431103-amr', 'amr-003', { ...count(9), source: 'city', period: { kind: 'month', months: [11] } }),
  await declareOne('431103-urban-mgmt', 'urban-mgmt-002', { ...count(4), source: 'city', period: { kind: 'month', months: [11] } }),
];
await merge(clerk, reviewYear);
const run = await readRun(clerk.districtCode, reviewYear);
const at = async (nth: number) => {
  const proposal = (await readProposals(run.id))[nth];
  if (!proposal) throw new Error(`no proposal ${nth}`);
  return proposal;
};
const decision = (proposal: string, other: object) => mergeDecision.parse({ proposal, choice: 'accept', ...other });

describe('a proposal', () => {
  it('is found, the one that saves most first', async () => {
    expect(run).toMatchObject({ status: 'finished', before: 55 });
    expect([(await at(0)).line_ids.toSorted(), (await at(1)).line_ids.toSorted()]).toEqual([safety.toSorted(), food.toSorted()]);
  });

  it('accepted, becomes a step of the review; of two at once one is late', async () => {
    const { id } = await at(0);
    const both = await Promise.all([clerk, director].map((office) => act(office, decideProposal, decision(id, {}))));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(both.find(({ ok }) => !ok)).toMatchObject({ refusal: { kind: 'stale' } });
    const { status, step_id } = await at(0);
    expect(status).toBe('accepted');
    for (const line of safety) expect(await readLine(line)).toMatchObject({ outcome: 'merged', joint_id: step_id, months: [5] });
    expect(await asOwner('SELECT change FROM review_step WHERE id = $1', [step_id])).toMatchObject([
      { change: { lead: emergency, count: 30, months: [5], form: 'onsite' } },
    ]);
    expect((await loadMergePanel(clerk, reviewYear)).open).toBe(1);
  });

  it('is open again when its step is undone, and can be accepted under another lead and in another month, with a reason', async () => {
    const { id, step_id } = await at(0);
    await succeed(clerk, undoStep, { step: step_id ?? '' });
    expect((await loadMergePanel(clerk, reviewYear)).proposal).toMatchObject({ id, status: 'open' });
    expect(await act(clerk, decideProposal, decision(id, { lead: fire }))).toMatchObject({
      refusal: { fields: { reason: [expect.any(String)] } },
    });
    expect(await act(clerk, decideProposal, decision(id, { lead: '431103-tax', reason: '换' }))).toMatchObject({
      refusal: { fields: { lead: [expect.any(String)] } },
    });
    await succeed(clerk, decideProposal, decision(id, { lead: fire, months: ['6'], reason: '消防任务更重' }));
    expect(await readLine(safety[0] ?? '')).toMatchObject({ outcome: 'merged', months: [6], reason: '消防任务更重' });
  });

  it('is refused only with a reason, and then not proposed again', async () => {
    const { id } = await at(1);
    expect(await act(clerk, decideProposal, decision(id, { choice: 'refuse' }))).toMatchObject({
      refusal: { fields: { reason: [expect.any(String)] } },
    });
    await succeed(clerk, decideProposal, decision(id, { choice: 'refuse', reason: '两家检查时段不同' }));
    expect(await act(clerk, decideProposal, decision(id, {}))).toMatchObject({ refusal: { kind: 'stale' } });
    const again = await merge(clerk, reviewYear);
    expect(await readProposals(again.id)).toEqual([]);
    expect(again.pairs.find(({ a, b }) => food.includes(a) && food.includes(b))?.why).toBe('refused');
  });

  it('of another district is not found', async () => {
    const { id } = await at(1);
    expect(await act(foreign, decideProposal, decision(id, {}))).toMatchObject({ refusal: { kind: 'notFound' } });
  });

  it('whose lines were decided otherwise is out of date', async () => {
    const lines = [await declareOne(emergency, 'emergency-003', count(5)), await declareOne(fire, 'fire-003', count(3))];
    for (const matter of ['fire-004', 'fire-005']) await declareOne(fire, matter, count(3));
    const later = await merge(clerk, reviewYear);
    const [proposal] = await readProposals(later.id);
    if (!proposal) throw new Error(`nothing proposed of ${lines.join()}`);
    await take(clerk, { action: 'drop', lineIds: [proposal.line_ids[0] ?? ''], change: { reason: '重复' } });
    expect(await act(clerk, decideProposal, decision(proposal.id, {}))).toMatchObject({ refusal: { kind: 'stale' } });
    expect((await loadMerges(clerk, reviewYear, { page: 1, pairs: 1 })).proposals[0]?.status).toBe('outdated');
  });
});

describe('the page of the whole run', () => {
  it('names proposals, reasons and what changed since the run before', async () => {
    const { panel, runs, change, pairs, pairCounts, pairTotal } = await loadMerges(clerk, reviewYear, { page: 1, pairs: 1 });
    expect(runs).toHaveLength(3);
    expect(change).toMatchObject({ isSame: false, came: 4, went: 0 });
    expect(panel.run?.after).toBeGreaterThanOrEqual(panel.run?.bound ?? Number.POSITIVE_INFINITY);
    expect(pairs.length).toBe(Math.min(50, pairTotal));
    expect(pairs[0]).toMatchObject({ a: { matter: expect.any(String) }, b: { agency: expect.any(String) } });
    expect(pairCounts.reduce((sum, each) => sum + each.count, 0)).toBe(pairTotal);
  });

  it('is empty elsewhere', async () => {
    expect(await loadMerges(foreign, reviewYear, { page: 1, pairs: 1 })).toMatchObject({ runs: [], proposals: [], pairs: [] });
  });
});
