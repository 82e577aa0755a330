import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { downloadCsv, downloadPdf } from '#features/plan/api/downloads.ts';
import { getOpenDistricts, getOpenMatters, getOpenPlan, getOwnPlan, listMatters } from '#features/plan/api/routes.ts';
import { loadPlanPage } from '#features/plan/queries/load-plan-page.ts';
import { planQuery } from '#features/plan/schema.ts';
import { publicScope } from '#platform/scope.ts';
import { declareLine } from '#seed/builders/declaration.ts';
import { asOwner, call, giveKey } from '#support/api.ts';
import { readPdf } from '#support/pdf-text.ts';
import { officeOf } from '#support/people.ts';
import { publish } from '#support/plans.ts';
import { declare, reviewYear, take } from '#support/review.ts';
import { readOne } from '#support/rows.ts';

const office = await officeOf('luolin');
const [amr, fire, district] = ['431103-amr', '431103-fire', '431103'];
const everybody = publicScope({ type: 'public' });
const rare = '𪛖😀';

const { lineIds } = await declare(amr, [
  declareLine('amr-014', { quantity: { kind: 'all' }, poolLabel: '=HYPERLINK("x")' }),
  declareLine('amr-017', { period: { kind: 'quarter', quarters: [2] } }),
]);
const special = await declare(fire, [declareLine('fire-001', { form: 'document' })], {
  kind: 'special',
  approvalDocument: '冷消〔2031〕3号',
});
await take(office, { action: 'keep', lineIds: [...lineIds, ...special.lineIds] });
await publish(office, reviewYear, `首版 ${rare}`);
await take(office, { action: 'trim', lineIds: lineIds.slice(1), change: { count: 4 } });
await publish(office, reviewYear);

type Open = { hash: string; version: number; inForce: boolean; note: string; figures: object; entries: Record<string, unknown>[] };
let caller = 0;
const from = () => ({ 'x-forwarded-for': `10.1.0.${++caller % 250}` });
const openPlan = async (query: string) => {
  const { status, body } = await call(getOpenPlan, 'GET', { query, headers: from() });
  return { status, plan: body as unknown as Open };
};
const of = (version?: number) => `?district=${district}&year=${reviewYear}${version ? `&version=${version}` : ''}`;
const loadPage = (query: object = {}) => loadPlanPage(everybody, { district, year: reviewYear }, planQuery.parse(query));
const download = (route: typeof downloadPdf, version?: number, year = String(reviewYear)) =>
  route(new Request(`http://localhost/plan${version ? `?version=${version}` : ''}`, { headers: from() }), {
    params: Promise.resolve({ district, year }),
  });

describe('page, PDF, CSV and API say the same', () => {
  it.each([1, 2])('version %s', async (version) => {
    const [page, { plan }, csv, pdf] = await Promise.all([
      loadPage({ version }),
      openPlan(of(version)),
      download(downloadCsv, version),
      download(downloadPdf, version),
    ]);
    const numbers = page?.entries.map(({ no }) => no);
    expect(plan.entries.map(({ no }) => no)).toEqual(numbers);
    const rows = parse(await csv.text(), { bom: true, columns: true }) as Record<string, string>[];
    expect(rows.map((row) => [row.编号, row.名称, row.计划户数, row.开始日期])).toEqual(
      page?.entries.map((entry) => [entry.no, entry.title, String(entry.quota), entry.fromDay]),
    );
    const { pages } = readPdf(new Uint8Array(await pdf.arrayBuffer()));
    const text = pages.join('').replaceAll(' ', '');
    for (const entry of page?.entries ?? []) {
      for (const said of [entry.no, entry.title, `${entry.quota}家`]) expect(text).toContain(said.replaceAll(' ', ''));
    }
    expect([plan.hash, page?.hash]).toEqual([page?.hash, page?.hash]);
    expect(text).toContain(page?.hash);
    const recorded = `SELECT detail ->> 'hash' AS hash FROM audit_record JOIN plan ON plan.id::text = subject WHERE year = $1 AND version = $2`;
    expect(await readOne(recorded, [reviewYear, version])).toEqual({ hash: page?.hash });
  });

  it('an old version stays as it was, without places left; what changed is said with the new one', async () => {
    const [old, now] = await Promise.all([loadPage({ version: 1 }), loadPage()]);
    expect([old?.head.isCurrent, old?.entries[1]?.quota, old?.entries[1]?.left]).toEqual([false, 10, null]);
    expect([now?.head.version, now?.entries[1]?.quota, now?.entries[1]?.left]).toEqual([2, 4, 4]);
    expect(old?.change).toBeNull();
    expect(now?.change?.diff.changed.map(({ changes }) => changes.map(({ field, before, after }) => [field, before, after]))).toEqual([
      [
        ['数量', '10 家', '4 家'],
        ['月份', '4 月 4 家，5 月 3 家，6 月 3 家', '4 月 2 家，5 月 1 家，6 月 1 家'],
      ],
    ]);
  });

  it.each([
    [{ agency: fire }, 1],
    [{ month: '6' }, 1],
    [{ month: '12' }, 0],
    [{ kind: 'special' }, 1],
    [{ q: '消防' }, 1],
    [{ q: '%' }, 0],
    [{ month: '99', kind: 'nothing', page: '-1' }, 3],
  ])('filters %j', async (query, count) => {
    const page = await loadPage(query);
    expect([page?.found, page?.entries.length]).toEqual([count, count]);
  });

  it('the special plan shows the document that approved it', async () => {
    const { plan } = await openPlan(of());
    expect(plan.entries[2]).toMatchObject({
      kind: 'special',
      form: 'document',
      approvalDocument: '冷消〔2031〕3号',
      agencies: [{ code: fire, lead: true }],
    });
  });
});

describe('the document', () => {
  it('prints page numbers on every page, the number of the plan, and rare characters never as an empty box', async () => {
    const answer = await download(downloadPdf, 1);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const { pages, boxes } = readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(pages.length).toBeGreaterThan(0);
    pages.forEach((text, index) => {
      expect(text).toContain(`第 ${index + 1} 页 共 ${pages.length} 页`);
    });
    expect(pages[0]).toContain(`冷检计〔${reviewYear}〕第 1 版`);
    expect(pages[0]).toContain('〔U+1F600〕');
    expect(boxes).toBe(0);
  });

  it('repeats the head of the table on every page', async () => {
    const answer = await download(downloadPdf, undefined, '2026');
    const { pages } = readPdf(new Uint8Array(await answer.arrayBuffer()));
    expect(pages.length).toBeGreaterThan(1);
    for (const text of pages) expect(text).toContain('名称、事项与依据');
  });
});

describe('the table', () => {
  it('begins with a mark of its encoding, keeps codes as text and formulas as words', async () => {
    const answer = await call(getOpenPlan as never, 'GET', { query: of(), headers: { ...from(), accept: 'application/json' } });
    expect(answer.headers.get('content-type')).toBe('application/json');
    const csv = await getOpenPlan(new Request(`http://localhost/api${of()}`, { headers: { accept: 'text/csv', ...from() } }), {
      params: Promise.resolve({}),
    });
    const bytes = new Uint8Array(await csv.arrayBuffer());
    expect([csv.headers.get('content-type'), [...bytes.slice(0, 3)]]).toEqual(['text/csv; charset=utf-8', [0xef, 0xbb, 0xbf]]);
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain('"431103",2031,2,');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect(text).not.toMatch(/(^|,)"?[=+@]/m);
  });
});

describe('open data', () => {
  it.each([
    ['', ['district', 'year']],
    ['?district=431103', ['year']],
    ['?district=43110x&year=2026', ['district']],
    ['?district=431103&year=2026&version=0', ['version']],
    ['?district=431103&year=2026&secret=1', ['secret']],
    ['?district=431103&district=511724&year=2026', ['district[]']],
  ])('%s is refused, naming what is wrong', async (query, fields) => {
    const { status, body, headers } = await call(getOpenPlan, 'GET', { query, headers: from() });
    expect([status, headers.get('content-type')]).toEqual([400, 'application/problem+json']);
    expect((body.errors as { field: string }[]).map(({ field }) => field).sort()).toEqual([...fields].sort());
  });

  it.each(['?district=431103&year=2033', '?district=999999&year=2026', `${of(3)}`])('%s is not found', async (query) => {
    expect((await openPlan(query)).status).toBe(404);
  });

  it('300 queries with something wrong are answered with no fault of ours', async () => {
    const name = fc.oneof(fc.constantFrom('district', 'year', 'version'), fc.string());
    const query = fc.dictionary(name, fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('431103', '2026', '-1', '1e3', '\u0000')));
    const attempt = async (words: Record<string, string>) => {
      const headers = { 'x-forwarded-for': `10.2.${++caller % 250}.1` };
      const answers = [getOpenPlan, getOpenMatters].map((route) =>
        call(route, 'GET', { query: `?${new URLSearchParams(words)}`, headers }),
      );
      for (const { status } of await Promise.all(answers)) expect(status).toBeLessThan(500);
    };
    await fc.assert(fc.asyncProperty(query, attempt), { numRuns: 300, endOnFailure: true });
  }, 60_000);

  it('a draft is nobody’s to read', async () => {
    await asOwner(`INSERT INTO plan (id, district_code, year, version, status) VALUES (gen_random_uuid(), $1, 2034, 1, 'draft')`, [
      district,
    ]);
    expect((await openPlan('?district=431103&year=2034&version=1')).status).toBe(404);
    expect((await download(downloadPdf, 1, '2034')).status).toBe(404);
  });

  it('matters in force and districts with their plans', async () => {
    const matters = await call(getOpenMatters, 'GET', { query: `?district=${district}`, headers: from() });
    expect(matters.body.items).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ code: 'amr-014', basis: { instrument: expect.any(String), locator: expect.any(String) } }),
      ]),
    );
    expect((await call(getOpenMatters, 'GET', { query: '?district=000000', headers: from() })).status).toBe(404);
    const districts = await call(getOpenDistricts, 'GET', { headers: from() });
    expect(districts.body.items).toEqual([
      expect.objectContaining({
        code: '431103',
        plans: expect.arrayContaining([expect.objectContaining({ year: reviewYear, version: 2, entries: 3 })]),
      }),
      expect.objectContaining({ code: '511724' }),
    ]);
  });

  it('asks an address to wait that asks too often, for documents as well', async () => {
    const headers = { 'x-forwarded-for': '10.9.9.8' };
    const answers = await Promise.all(Array.from({ length: 62 }, () => call(getOpenDistricts, 'GET', { headers })));
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
    const pdf = await downloadPdf(new Request('http://localhost/plan', { headers }), {
      params: Promise.resolve({ district, year: '2026' }),
    });
    expect([pdf.status, Number(pdf.headers.get('retry-after')) > 0]).toEqual([429, true]);
  });
});

describe('with a key', () => {
  it('an agency reads the entries it takes part in and the catalogue of its district', async () => {
    const [mine, elsewhere] = await Promise.all([giveKey(fire), giveKey('511724-amr')]);
    const own = await call(getOwnPlan, 'GET', { key: mine.secret, params: { year: String(reviewYear) } });
    expect([own.status, (own.body.entries as object[]).length]).toEqual([200, 1]);
    expect((await call(getOwnPlan, 'GET', { key: elsewhere.secret, params: { year: String(reviewYear) } })).status).toBe(404);
    expect((await call(getOwnPlan, 'GET', { key: mine.secret, params: { year: 'x' } })).status).toBe(400);
    await asOwner(`UPDATE matter SET name = '竹乡特有事项' WHERE district_code = '511724' AND code = 'amr-014'`);
    const lists = await Promise.all([mine, elsewhere].map(({ secret }) => call(listMatters, 'GET', { key: secret })));
    expect(lists.map(({ body }) => JSON.stringify(body).includes('竹乡特有事项'))).toEqual([false, true]);
  });
});
