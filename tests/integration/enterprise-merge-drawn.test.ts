import { describe, expect, it } from 'vitest';
import { mergeEnterprises } from '#features/enterprise/commands/merge-enterprises.ts';
import { startDraft } from '#features/filing/commands/keep-draft.ts';
import { gatherEntryFacts } from '#features/filing/queries/gather-entry-facts.ts';
import { statements } from '#platform/statements.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { castOf, frozen } from '#support/draw-lives.ts';
import { placeDraw, placeEntry } from '#support/draws.ts';
import { fileVisit } from '#support/filings.ts';
import { accepted, act, keyOf, succeed } from '#support/people.ts';
import { enterpriseOf, registerBook } from '#support/register-books.ts';
import { uploadAndImport } from '#support/registers.ts';
import { caseVisit, freeDays, nextMonthOn, plannedVisit, visitYear } from '#support/requests.ts';

const { leng } = journey;
const [cast, key] = await Promise.all([castOf(), keyOf(leng.agency)]);
const { office, filer } = cast;
// New ones, that no draw of the demonstration holds frozen.
const [line] = await asOwner<{ industry: string }>(
  "SELECT coalesce(industries[1], '52') AS industry FROM matter WHERE district_code = $1 AND code = $2 AND published_to IS NULL",
  [leng.districtCode, leng.matter],
);
const rows = Array.from({ length: 6 }, (_, nth) => enterpriseOf(700 + nth));
await uploadAndImport(office, '名录.xlsx', await registerBook(rows));
await asOwner('UPDATE enterprise SET industry = $2 WHERE uscc = ANY ($1)', [rows.map((row) => row[1]), line?.industry]);
const found = await asOwner<{ id: string; uscc: string }>('SELECT id, uscc FROM enterprise WHERE uscc = ANY ($1) ORDER BY uscc', [
  rows.map((row) => row[1]),
]);
const at = (nth: number) => found[nth]?.uscc ?? '';
const idOf = (nth: number) => found[nth]?.id ?? '';
const reason = '营业执照换发，同一家企业';
const merge = (kept: number, merged: number) => act(office, mergeEnterprises, { kept: idOf(kept), merged: idOf(merged), reason });
const factsAt = async (enterprise: string) => {
  const request = { ...caseVisit(leng, { enterprise }), lead: leng.agency, approval: 'pending' as const };
  return (await gatherEntryFacts(statements(), key, { request }))?.facts;
};

const no = `${visitYear}-9702`;
await placeEntry(leng.districtCode, { no, agency: leng.agency, matter: leng.matter, from: nextMonthOn(1), to: freeDays.at(-1) ?? '' });
const drawn = [0, 2].map((nth) => ({ uscc: at(nth), inspectors: leng.inspectors }));
const placed = await placeDraw(leng.districtCode, no, drawn);

describe('the kept row stands for both', () => {
  it('a visit under the merged row counts for the kept one, and its place in a draw is the kept one’s', async () => {
    const before = await factsAt(at(3));
    await accepted(fileVisit(key, plannedVisit(leng, { planEntry: no, enterprise: at(2), form: 'onsite' })));
    expect(await merge(3, 2)).toMatchObject({ ok: true });
    const after = await factsAt(at(3));
    expect([before?.ownVisits.length, after?.ownVisits.length]).toEqual([0, 1]);
    expect([before?.visitCounts, before?.matterUses]).toEqual([[], []]);
    expect([after?.visitCounts, after?.matterUses]).toMatchObject([[{ year: visitYear, visits: 1 }], [{ matter: leng.matter }]]);
  });

  it('nothing is filed for the merged row: the kept one is named, by the verdict and where a form would open', async () => {
    expect(await merge(3, 4)).toMatchObject({ ok: true });
    expect(await fileVisit(key, caseVisit(leng, { enterprise: at(4) }))).toMatchObject({
      refusal: {
        kind: 'unlawful',
        verdict: {
          findings: expect.arrayContaining([
            expect.objectContaining({ rule: 'published-matter', outcome: 'forbidden', say: expect.stringContaining(at(3)) }),
          ]),
        },
      },
    });
    expect(await act(filer, startDraft, { enterprise: idOf(4) })).toMatchObject({
      refusal: { kind: 'stale', say: expect.stringContaining(at(3)) },
    });
    expect(await succeed(filer, startDraft, { enterprise: idOf(3) })).toMatchObject({ draft: expect.any(String) });
  });
});

describe('a merge takes nothing away from a draw', () => {
  it('refused while the row is drawn and not yet filed for; once replaced in public it may be merged', async () => {
    expect(await merge(1, 0)).toMatchObject({ refusal: { kind: 'stale', say: expect.stringContaining(placed.no) } });
    await asOwner(`UPDATE draw_outcome SET replaced_at = now(), replaced_reason = 'moved' WHERE id = $1`, [placed.outcomes.get(at(0))]);
    expect(await merge(1, 0)).toMatchObject({ ok: true });
  });

  it('refused while the row stands in a frozen pool; the drawn or frozen row may be kept', async () => {
    const draw = await frozen(cast);
    const [inPool] = await asOwner<{ id: string; no: string }>(
      `SELECT enterprise.id, draw.no FROM draw_record JOIN draw ON draw.id = draw_id
        JOIN enterprise ON enterprise.district_code = draw.district_code AND strpos(frozen, '"id":"' || uscc || '","stratum"') > 0
      WHERE draw_id = $1 AND enterprise.id <> $2 LIMIT 1`,
      [draw.draw, idOf(5)],
    );
    const pair = { kept: idOf(5), merged: inPool?.id ?? '', reason };
    expect(await act(office, mergeEnterprises, pair)).toMatchObject({
      refusal: { kind: 'stale', say: expect.stringContaining(inPool?.no ?? '') },
    });
  });
});
