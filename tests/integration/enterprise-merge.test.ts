import { describe, expect, it } from 'vitest';
import { mergeEnterprises, undoMerge } from '#features/enterprise/commands/merge-enterprises.ts';
import { listDuplicates } from '#features/enterprise/queries/list-duplicates.ts';
import { listEnterprises } from '#features/enterprise/queries/list-enterprises.ts';
import { loadEnterprise } from '#features/enterprise/queries/load-enterprise.ts';
import { searchEnterprises } from '#features/enterprise/queries.ts';
import { enterpriseFilter } from '#features/enterprise/schema.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { act, agencyOf, officeOf, succeed } from '#support/people.ts';
import { enterpriseOf, registerBook, usccOf } from '#support/register-books.ts';
import { readEnterprise, readImport, uploadAndImport, uploadAndRead } from '#support/registers.ts';
import { readEvents } from '#support/rows.ts';

const [office, stranger, filer] = await Promise.all([officeOf('luolin'), officeOf('penghaoran'), agencyOf('shenleyu')]);
const reason = '营业执照换发，同一家企业';
const names = Array.from({ length: 20 }, (_, nth) => `永州市并录第${nth}号纺织有限公司`);
// Each name stands twice, under two codes.
await uploadAndImport(
  office,
  '名录.xlsx',
  await registerBook(names.flatMap((name, nth) => [0, 1].map((twin) => enterpriseOf(2 * nth + twin, { 0: name })))),
);
const idOf = async (nth: number) => String((await readEnterprise(usccOf(nth)))?.id);
const filterOf = (q: string) => enterpriseFilter.parse({ q });
let next = 0;
/** The ids of the next two of one name, and their name. */
async function nextPair() {
  const nth = next++;
  return { name: names[nth] ?? '', one: await idOf(2 * nth), other: await idOf(2 * nth + 1) };
}

describe('searchEnterprises finds by name, code, pinyin and initials', () => {
  it.each([
    ['并录第3号', 2],
    ['yongzhoushibinglu', 30],
    ['YZSBL', 30],
    ['yz sbld3h', 2],
    [usccOf(7).toLowerCase(), 1],
    [usccOf(7).slice(4), 1],
    ['（并录', 0],
  ])('%s', async (q, count) => {
    expect(await searchEnterprises(filer, q)).toHaveLength(count);
  });

  it('two letters begin the spelling; the shortest name comes first', async () => {
    const found = await searchEnterprises(office, 'yz');
    expect(found).toHaveLength(30);
    expect(found.map(({ name }) => name.length)).toEqual(found.map(({ name }) => name.length).sort((a, b) => a - b));
    expect(await searchEnterprises(office, 'bl')).toEqual([]);
  });
});

describe('suspected pairs', () => {
  it('the same name under two codes; one differing character at one address', async () => {
    const { one, other, name } = await nextPair();
    const { pairs, total } = await listDuplicates(office, 1);
    expect(total).toBeGreaterThanOrEqual(20);
    expect(pairs.filter((pair) => pair.one.name === name).map(({ why }) => why)).toEqual(['sameName']);
    expect((await loadEnterprise(office, one))?.suspects.map(({ id }) => id)).toEqual([other]);
    const near = usccOf(500_010);
    await asOwner('UPDATE enterprise SET uscc = $2, address = $3, name = $4 WHERE id = $1', [one, near, '同一处', '甲']);
    await asOwner('UPDATE enterprise SET uscc = $2, address = $3, name = $4 WHERE id = $1', [
      other,
      near.replace('50001', '50002'),
      '同 一处',
      '乙',
    ]);
    expect((await loadEnterprise(office, one))?.suspects).toMatchObject([{ id: other, why: 'nearCode' }]);
    expect((await listDuplicates(stranger, 1)).pairs.filter((pair) => pair.one.id === one)).toEqual([]);
  });
});

describe('mergeEnterprises lets one row stand for both', () => {
  it('the merged one is found no more, in any list; its page leads to the kept one, and undoing brings it back', async () => {
    const { name, one, other } = await nextPair();
    await succeed(office, mergeEnterprises, { kept: one, merged: other, reason });
    expect((await searchEnterprises(filer, name)).map(({ id }) => id)).toEqual([one]);
    expect((await listEnterprises(office, filterOf(name))).rows.map(({ id }) => id)).toEqual([one]);
    expect(await loadEnterprise(filer, other)).toMatchObject({ mergedInto: { id: one, name } });
    const kept = await loadEnterprise(office, one);
    expect(kept).toMatchObject({ suspects: [], merged: [{ id: other, reason }] });
    expect(await readEvents(one)).toEqual(['enterprise.merged']);
    await succeed(office, undoMerge, { merge: kept?.merged[0]?.mergeId ?? '' });
    expect((await searchEnterprises(filer, name)).map(({ id }) => id).sort()).toEqual([one, other].sort());
    expect(await readEvents(one)).toEqual(['enterprise.merged', 'enterprise.unmerged']);
  });

  it('its past stays its own and is shown on the page of the kept one', async () => {
    const [visited] = await asOwner<{ id: string; filing: string }>(`SELECT enterprise_id AS id, id AS filing FROM filing
      WHERE district_code = '431103' AND status = 'filed' AND year = extract(year FROM now() AT TIME ZONE 'Asia/Shanghai') ORDER BY starts_at LIMIT 1`);
    const { one } = await nextPair();
    await succeed(office, mergeEnterprises, { kept: one, merged: visited?.id ?? '', reason });
    const kept = await loadEnterprise(office, one);
    expect(kept?.visits.map(({ id, filedFor }) => [id, filedFor !== null])).toContainEqual([visited?.filing, true]);
    expect(await asOwner('SELECT FROM filing WHERE id = $1 AND enterprise_id = $2', [visited?.filing, visited?.id])).toHaveLength(1);
  });

  it('neither chains nor circles', async () => {
    const [{ one, other }, { one: third }] = [await nextPair(), await nextPair()];
    await succeed(office, mergeEnterprises, { kept: one, merged: other, reason });
    const refused = { refusal: { kind: 'stale' } };
    expect(await act(office, mergeEnterprises, { kept: other, merged: third, reason })).toMatchObject(refused);
    expect(await act(office, mergeEnterprises, { kept: other, merged: one, reason })).toMatchObject(refused);
    expect(await act(office, mergeEnterprises, { kept: third, merged: one, reason })).toMatchObject(refused);
    expect(await act(office, mergeEnterprises, { kept: third, merged: other, reason })).toMatchObject(refused);
    expect(await act(office, mergeEnterprises, { kept: one, merged: one, reason })).toMatchObject({ refusal: { kind: 'invalid' } });
  });

  it('two at once: one, whichever way round; and one undoing', async () => {
    const { one, other } = await nextPair();
    await expectOneOf([
      act(office, mergeEnterprises, { kept: one, merged: other, reason }),
      act(office, mergeEnterprises, { kept: other, merged: one, reason }),
      act(office, mergeEnterprises, { kept: one, merged: other, reason }),
    ]);
    const [open] = await asOwner<{ id: string }>('SELECT id FROM enterprise_merge WHERE merged_id IN ($1, $2) AND undone_at IS NULL', [
      one,
      other,
    ]);
    await expectOneOf([1, 2].map(() => act(office, undoMerge, { merge: open?.id ?? '' })));
  });

  it('a sheet does not change a merged row', async () => {
    const nth = next;
    const { one, other } = await nextPair();
    await succeed(office, mergeEnterprises, { kept: one, merged: other, reason });
    const id = await uploadAndRead(office, 'a.xlsx', await registerBook([enterpriseOf(2 * nth + 1, { 5: 'D' })]));
    expect((await readImport(id)).rows).toMatchObject([{ fate: 'refused', say: expect.stringContaining('已并入') }]);
  });

  it("another district's rows are not found", async () => {
    const { one, other } = await nextPair();
    await succeed(office, mergeEnterprises, { kept: one, merged: other, reason });
    const [open] = await asOwner<{ id: string }>('SELECT id FROM enterprise_merge WHERE merged_id = $1', [other]);
    const { one: third, other: fourth } = await nextPair();
    await expectNotFound(
      () => act(stranger, mergeEnterprises, { kept: third, merged: fourth, reason }),
      () => act(stranger, undoMerge, { merge: open?.id ?? '' }),
    );
    expect(await loadEnterprise(stranger, one)).toBeNull();
  });
});
