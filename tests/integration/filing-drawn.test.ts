import { describe, expect, it } from 'vitest';
import { startDraft } from '#features/filing/commands/keep-draft.ts';
import { submitFiling } from '#features/filing/commands/submit-filing.ts';
import { withdrawFiling } from '#features/filing/commands/withdraw-filing.ts';
import { listDrawnVisits } from '#features/filing/queries/list-drawn-visits.ts';
import { loadDraftDesk } from '#features/filing/queries/load-draft-desk.ts';
import { drawnFilter } from '#features/filing/schema.ts';
import type { AgencyScope } from '#platform/scope.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { untouchedEnterprises } from '#support/contests.ts';
import { placeDraw, placeEntry } from '#support/draws.ts';
import { expectNotFound, fileVisit } from '#support/filings.ts';
import { accepted, act, agencyOf, keyOf, succeed } from '#support/people.ts';
import { enterpriseId, freeDays, nextMonthOn, plannedVisit, visitYear } from '#support/requests.ts';

const { leng } = journey;
const [filer, neighbour, stranger, key] = await Promise.all([
  agencyOf('shenleyu'),
  agencyOf('suchenxin'),
  agencyOf('weibofeng'),
  keyOf(leng.agency),
]);
const enterprises = await untouchedEnterprises(leng.matter, 9);
const no = `${visitYear}-9701`;
await placeEntry(leng.districtCode, { no, agency: leng.agency, matter: leng.matter, from: nextMonthOn(1), to: freeDays.at(-1) ?? '' });
const {
  outcomes,
  drawId,
  no: drawNo,
} = await placeDraw(
  leng.districtCode,
  no,
  enterprises.map((uscc) => ({ uscc, inspectors: leng.inspectors })),
);
const at = (nth: number) => enterprises[nth] ?? '';
const outcomeOf = (nth: number) => outcomes.get(at(nth)) ?? '';
const visit = (nth: number) => plannedVisit(leng, { planEntry: no, enterprise: at(nth), form: 'onsite' });
const list = (scope: AgencyScope, filter: object = {}) => listDrawnVisits(scope, drawnFilter.parse({ entry: no, ...filter }));
const rulesOf = (verdict: { findings: readonly { rule: string; outcome: string }[] }) =>
  verdict.findings.flatMap(({ rule, outcome }) => (outcome === 'forbidden' ? [rule] : []));

describe('the list of drawn visits still to be filed', () => {
  it('has each outcome once, with its draw, window, first lawful days, officers and matters', async () => {
    const { rows, total } = await list(filer);
    expect([rows.length, total]).toEqual([9, 9]);
    expect(rows[0]).toMatchObject({
      ...{ uscc: at(0), entryNo: no, drawNo, position: 1, isOwn: true, joint: null, kind: 'special' },
      ...{ fromDay: nextMonthOn(1), toDay: freeDays.at(-1), officers: ['何晨', '沈飞静'], matters: [expect.any(String)] },
    });
    expect(rows[0]?.firstDays.every((day) => freeDays.includes(day))).toBe(true);
    expect((await list(filer, { q: at(3) })).rows.map(({ uscc }) => uscc)).toEqual([at(3)]);
    expect((await list(filer, { joint: 'yes' })).rows).toEqual([]);
  });

  it('is the agency’s own', async () => {
    for (const scope of [neighbour, stranger]) expect((await list(scope)).rows).toEqual([]);
  });

  it('leaves out what is filed, replaced, void or at an enterprise that closed', async () => {
    await accepted(fileVisit(key, visit(1)));
    await asOwner(`UPDATE draw_outcome SET replaced_at = now(), replaced_reason = 'moved' WHERE id = $1`, [outcomeOf(2)]);
    await asOwner(`UPDATE enterprise SET status = 'cancelled' WHERE id = $1`, [enterpriseId(leng, at(3))]);
    const listed = (await list(filer)).rows.map(({ uscc }) => uscc);
    for (const nth of [1, 2, 3]) expect(listed).not.toContain(at(nth));
    expect(listed).toHaveLength(6);
  });
});

describe('a draft opened for an outcome', () => {
  it('is filled in to the last field: it can be sent as it stands', async () => {
    const { draft } = await succeed(filer, startDraft, { enterprise: enterpriseId(leng, at(4)), outcome: outcomeOf(4) });
    const desk = await loadDraftDesk(filer, draft);
    expect(desk?.body).toMatchObject({ kind: 'special', planEntry: no, matters: [leng.matter], inspectors: [...leng.inspectors] });
    expect(desk?.verdict?.kind).toBe('allowed');
    if (!desk) throw new Error('no draft');
    await succeed(filer, submitFiling, { ...desk.body, draft, intent: '', keptDay: '' });
    expect((await list(filer)).rows.map(({ uscc }) => uscc)).not.toContain(at(4));
  });

  it('is opened once: who asks again, or at the same time, gets the one that is there', async () => {
    const start = { enterprise: enterpriseId(leng, at(7)), outcome: outcomeOf(7) };
    const drafts = await Promise.all([1, 2, 3].map(() => succeed(filer, startDraft, start)));
    expect(new Set(drafts.map(({ draft }) => draft)).size).toBe(1);
    expect(await succeed(filer, startDraft, start)).toEqual(drafts[0]);
  });

  it('is nobody else’s, and nobody’s once it is filed', async () => {
    const start = { enterprise: enterpriseId(leng, at(5)), outcome: outcomeOf(5) };
    await expectNotFound(
      () => act(neighbour, startDraft, start),
      () => act(stranger, startDraft, start),
      () => act(filer, startDraft, { enterprise: enterpriseId(leng, at(1)), outcome: outcomeOf(1) }),
      () => act(filer, startDraft, { enterprise: enterpriseId(leng, at(5)), outcome: outcomeOf(6) }),
    );
  });
});

describe('drawn: judged against real draws', () => {
  it('one outcome serves one filing; withdrawn, it serves another', async () => {
    const first = await accepted(fileVisit(key, visit(5)));
    const again = await fileVisit(key, { ...visit(5), overCapReason: '复查' });
    if (again.ok || again.refusal.kind !== 'unlawful') throw new Error('filed twice');
    expect(rulesOf(again.refusal.verdict)).toContain('drawn');
    expect(again.refusal.verdict.findings.find(({ rule }) => rule === 'drawn')?.say).toContain(first.filingNo);
    await succeed(filer, withdrawFiling, { filing: first.id, reason: '改期' });
    expect(await accepted(fileVisit(key, visit(5)))).toMatchObject({ status: 'filed' });
  });

  it('two at once on one outcome: one is filed', async () => {
    const outcomesAtOnce = await Promise.all([visit(6), visit(6), visit(6)].map((body) => fileVisit(key, body)));
    expect(outcomesAtOnce.filter(({ ok }) => ok)).toHaveLength(1);
    const [row] = await asOwner<{ filings: number }>(
      `SELECT count(*)::int AS filings FROM filing WHERE draw_outcome_id = $1 AND status = 'filed'`,
      [outcomeOf(6)],
    );
    expect(row?.filings).toBe(1);
  });

  it('a replaced outcome, other officers, and a void draw are refused with what to do', async () => {
    const ground = async (body: ReturnType<typeof visit>) => {
      const outcome = await fileVisit(key, body);
      if (outcome.ok || outcome.refusal.kind !== 'unlawful') throw new Error('not refused');
      return outcome.refusal.verdict.findings.find(({ rule }) => rule === 'drawn');
    };
    expect(await ground(visit(2))).toMatchObject({ outcome: 'forbidden', title: '企业已由下一顺位递补' });
    expect(await ground({ ...visit(7), inspectors: [...leng.reserves] })).toMatchObject({ title: '执法人员不在抽取结果中' });
    await asOwner(`UPDATE draw SET status = 'void', voided_at = now(), void_reason = 'recordWrong' WHERE id = $1`, [drawId]);
    await asOwner('UPDATE draw_entry SET live = false WHERE draw_id = $1', [drawId]);
    expect(await ground(visit(7))).toMatchObject({ title: '抽取已作废', say: expect.stringContaining(drawNo) });
    expect((await list(filer)).rows).toEqual([]);
  });
});
