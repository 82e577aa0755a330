import { describe, expect, it } from 'vitest';
import { changeInspector } from '#features/inspector/commands/change-inspector.ts';
import { endRecusal, recuseInspector } from '#features/inspector/commands/recuse-inspector.ts';
import { listInspectors } from '#features/inspector/queries/list-inspectors.ts';
import { loadInspector } from '#features/inspector/queries/load-inspector.ts';
import { type InspectorChange, inspectorFilter } from '#features/inspector/schema.ts';
import { journey } from '#seed/story.data.ts';
import { asOwner } from '#support/api.ts';
import { expectNotFound, expectOneOf } from '#support/filings.ts';
import { act, agencyOf, officeOf, succeed } from '#support/people.ts';
import { freeEnterprise } from '#support/requests.ts';
import { readDetail, readEvents } from '#support/rows.ts';

const [filer, neighbour, stranger, office, otherOffice] = await Promise.all([
  agencyOf('shenleyu'),
  agencyOf('suchenxin'),
  agencyOf('weibofeng'),
  officeOf('luolin'),
  officeOf('penghaoran'),
]);
const own = await asOwner<{ id: string; name: string }>(
  "SELECT id, name FROM inspector WHERE agency_code = '431103-amr' AND credential_kind = 'unified' AND NOT responsible_leader AND id NOT IN (SELECT inspector_id FROM recusal) ORDER BY credential_no",
);
let next = 0;
const nextOwn = () => own[next++] ?? { id: '', name: '' };

/** What the form would send for an inspector as it stands, but for what changes. */
async function formOf(id: string, change: Partial<InspectorChange>): Promise<InspectorChange> {
  const found = await loadInspector(filer, id);
  if (!found) throw new Error('no such inspector');
  const { seen, groups, validFrom, validTo, leftOn } = found;
  return { inspector: id, seen, groups: [...groups], validFrom, validTo, leftOn, ...change };
}

describe('listInspectors', () => {
  it('an agency has its own, the office the district; validity filters and counts', async () => {
    const all = inspectorFilter.parse({});
    const mine = await listInspectors(filer, all);
    const [counted] = await asOwner<{ own: number; district: number }>(
      "SELECT count(*) FILTER (WHERE agency_code = '431103-amr')::int AS own, count(*) FILTER (WHERE agency_code LIKE '431103-%')::int AS district FROM inspector",
    );
    expect(mine.total).toBe(counted?.own);
    expect((await listInspectors(office, all)).total).toBe(counted?.district);
    expect(Object.values(mine.tally).reduce((sum, count) => sum + (count ?? 0), 0)).toBe(mine.total);
    const expired = await listInspectors(office, inspectorFilter.parse({ validity: 'expired' }));
    expect(expired.rows.length).toBeGreaterThan(0);
    expect(new Set(expired.rows.map(({ validity }) => validity))).toEqual(new Set(['expired']));
  });

  it.each([
    [-1, 'expired'],
    [0, 'expiring'],
    [89, 'expiring'],
    [90, 'valid'],
  ])('a credential whose last day is %i days from today is %s', async (days, validity) => {
    const { id } = nextOwn();
    await asOwner(`UPDATE inspector SET valid_to = (now() AT TIME ZONE 'Asia/Shanghai')::date + $2::int WHERE id = $1`, [id, days]);
    expect((await loadInspector(filer, id))?.validity).toBe(validity);
  });
});

describe('changeInspector', () => {
  it('ranges, validity and leaving, recorded with what stood before', async () => {
    const { id } = nextOwn();
    const before = await loadInspector(filer, id);
    const group = before?.options[0]?.value ?? '';
    await succeed(filer, changeInspector, await formOf(id, { groups: [group], validTo: '2035-01-01', leftOn: '2026-01-01' }));
    expect(await loadInspector(office, id)).toMatchObject({
      groups: [group],
      validTo: '2035-01-01',
      leftOn: '2026-01-01',
      validity: 'left',
      canChange: false,
    });
    expect(await readEvents(id)).toEqual(['inspector.changed']);
    expect(await readDetail(id, 'inspector.changed')).toMatchObject({
      before: { validTo: before?.validTo, leftOn: null },
      after: { leftOn: '2026-01-01' },
    });
  });

  it.each([
    ['no last day', { validTo: null }, 'validTo'],
    ['days the wrong way round', { validFrom: '2030-01-02', validTo: '2030-01-01' }, 'validTo'],
    ['leaving tomorrow or later', { leftOn: '2099-01-01' }, 'leftOn'],
    ["another agency's range", { groups: ['fire-building'] }, 'groups'],
  ] as const)('refused: %s', async (_what, change, field) => {
    const [{ id }] = [own[own.length - 1] ?? { id: '' }];
    const outcome = await act(filer, changeInspector, await formOf(id, { ...change } as Partial<InspectorChange>));
    expect(outcome).toMatchObject({ refusal: { kind: 'invalid', fields: { [field]: [expect.any(String)] } } });
  });

  it('two at once from the same page: one', async () => {
    const { id } = nextOwn();
    const forms = [await formOf(id, { validTo: '2034-01-01' }), await formOf(id, { validTo: '2034-02-02' })];
    await expectOneOf(forms.map((form) => act(filer, changeInspector, form)));
  });
});

describe('recusals', () => {
  const uscc = freeEnterprise(journey.leng, 5);

  it('noted with a reason, by code or whole name, once; and ended', async () => {
    const { id } = nextOwn();
    await succeed(filer, recuseInspector, { inspector: id, enterprise: uscc.toLowerCase(), reason: '配偶任职' });
    const [row] = (await loadInspector(filer, id))?.recusals ?? [];
    expect(row).toMatchObject({ uscc, reason: '配偶任职' });
    const again = await act(filer, recuseInspector, { inspector: id, enterprise: row?.name ?? '', reason: '再一次' });
    expect(again).toMatchObject({ refusal: { kind: 'stale' } });
    await succeed(filer, endRecusal, { inspector: id, enterprise: row?.enterprise ?? '' });
    expect(await readEvents(id)).toEqual(['inspector.recused', 'inspector.recusalEnded']);
  });

  it('an enterprise that is not in the register is refused', async () => {
    const { id } = nextOwn();
    const outcome = await act(filer, recuseInspector, { inspector: id, enterprise: '没有这家企业', reason: '理由' });
    expect(outcome).toMatchObject({ refusal: { kind: 'invalid', fields: { enterprise: [expect.any(String)] } } });
  });

  it('two at once: one is noted, one ended', async () => {
    const { id } = nextOwn();
    await expectOneOf([1, 2].map(() => act(filer, recuseInspector, { inspector: id, enterprise: uscc, reason: '理由' })));
    const enterprise = (await loadInspector(filer, id))?.recusals[0]?.enterprise ?? '';
    await expectOneOf([1, 2].map(() => act(filer, endRecusal, { inspector: id, enterprise })));
  });
});

describe("others' inspectors are not found", () => {
  it("neither another agency's nor another district's", async () => {
    const { id } = nextOwn();
    const form = await formOf(id, { leftOn: '2026-01-01' });
    for (const scope of [neighbour, stranger]) {
      await expectNotFound(
        () => act(scope, changeInspector, form),
        () => act(scope, recuseInspector, { inspector: id, enterprise: freeEnterprise(journey.leng, 5), reason: '理由' }),
        () => act(scope, endRecusal, { inspector: id, enterprise: id }),
      );
      expect(await loadInspector(scope, id)).toBeNull();
    }
    expect(await loadInspector(otherOffice, id)).toBeNull();
  });
});
